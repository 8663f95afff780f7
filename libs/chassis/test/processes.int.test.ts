import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { freePort, testKafka, waitUntil } from '@quayside/testkit';
import { kindsOfStore } from './kinds-of-store.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The service as a process of its own, from its entry file. */
const run = (entry: string, env: Record<string, string>) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, entry)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const exited = once(child, 'exit');
  closing.push(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return { child, exitCode: async () => (await exited)[0] as number | null, output: () => output };
};

describe.each(Object.entries(kindsOfStore))('a process on %s', (_name, kind) => {
  test('names every fault of its configuration in one message, shows no value, and ends with 78', async () => {
    const faulty = { PORT: 'harbour', KAFKA_BROKERS: 'nowhere', KAFKA_SASL_USERNAME: 'sailor' };
    const { exitCode, output } = run(kind.entry, { ...faulty, [kind.variable]: 'ftp://somewhere' });
    expect(await exitCode()).toBe(78);
    expect(output()).toContain('tally cannot start. The configuration has 4 fault(s)');
    for (const name of [...Object.keys(faulty), kind.variable]) expect(output()).toContain(`- ${name} `);
    expect(output()).not.toMatch(/harbour|nowhere|somewhere|sailor/);
  });

  test('on SIGTERM it still answers while it drains, not ready, and ends with 0 within the limit', async () => {
    const store = await kind.open();
    closing.push(store.close);
    const kafka = testKafka();
    const port = await freePort();
    const { child, exitCode, output } = run(kind.entry, {
      PORT: String(port),
      DRAIN_MS: '1500',
      [kind.variable]: store.url,
      KAFKA_BROKERS: kafka.brokers,
      KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
    });
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    await waitUntil(() => output().includes('tally is listening'), { describe: 'the process to listen' });
    await waitUntil(async () => (await get('/readyz')).ok, { timeoutMs: 60_000, describe: 'it to be ready' });

    child.kill('SIGTERM');
    await waitUntil(async () => (await get('/readyz')).status === 503, { describe: 'it to drain' });
    const answer = await get('/tally/1');
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    expect(await exitCode()).toBe(0);
    expect(output()).toContain('"msg":"stopped"');
    expect(output()).not.toMatch(/"level":"(error|fatal)"/);
  });
});
