import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startBacking, type Backing } from '@quayside/backing-services';
import { freePort, waitUntil } from '@quayside/testkit';
import { generate } from 'selfsigned';
import { kafkaClients } from '../src/index.ts';

jest.setTimeout(120_000);

const user = { username: 'ordering', password: 'its-own-password' };
let backing: Backing;
let brokers: string;
let ca: string;
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  const port = await freePort();
  brokers = `localhost:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'quayside-secured-'));
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  backing = await startBacking({
    dataDir,
    toolsDir: join(import.meta.dirname, '../../../.quayside/tools'),
    only: ['kafka'],
    ephemeral: true,
    kafkaSecured: { port, certificate: made.cert, privateKey: made.private, ...user },
  });
  ca = join(dataDir, 'ca.pem');
  await writeFile(ca, made.cert);
});
afterEach(() => closing.splice(0).forEach((close) => close()));
afterAll(() => backing?.stop());

/** A process that publishes one event and handles it; `log` grows. */
const startProcess = (address: object, env = { NODE_EXTRA_CA_CERTS: ca }) => {
  const child = fork(new URL('./secured-process.ts', import.meta.url), [JSON.stringify(address)], {
    env: { ...process.env, ...env },
    silent: true,
  });
  const log: string[] = [];
  child.stdout?.on('data', (chunk) => log.push(String(chunk)));
  closing.push(() => child.kill('SIGKILL'));
  return { child, log };
};

describe.each(kafkaClients)('%s, to brokers that ask for TLS and a sign-in', (client) => {
  test.each(['plain', 'scram-sha-256', 'scram-sha-512'])('works with %s', async (mechanism) => {
    const topicPrefix = `${client}-${mechanism}.`;
    const sasl = { mechanism, ...user };
    const { child } = startProcess({ client, brokers, topicPrefix, ssl: true, sasl });
    expect(await once(child, 'message')).toMatchObject([{ handled: 7 }]);
  });

  test.each([
    ['a wrong password', { password: 'somebody-elses' }, {}, /SASL.* authentication failed/i],
    ['no CA that it trusts', {}, { NODE_EXTRA_CA_CERTS: '' }, /self-signed certificate/i],
  ])('with %s is refused, and the log says why', async (_, other, env, why) => {
    const sasl = { mechanism: 'scram-sha-256', ...user, ...other };
    const { log } = startProcess(
      { client, brokers, topicPrefix: `${client}-refused.`, ssl: true, sasl },
      { NODE_EXTRA_CA_CERTS: ca, ...env },
    );
    const line = await waitUntil(() => log.join('').match(/.*kafka publisher.*/)?.[0], {
      timeoutMs: 30_000,
      describe: 'a line that says why Kafka is out of reach',
    });
    expect(line).toMatch(why);
    expect(log.join('')).not.toContain(sasl.password);
  });
});
