import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { get as getPlain, type IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestCa, freePort, waitUntil, writeIdentity, type TestCa } from '@quayside/testkit';

/** What is loaded before Next.js, as its image has it, with a server that is made as that of Next.js is. */
const folder = join(import.meta.dirname, '..');
let ca: TestCa;
let port: number;
let lines = '';
const closing: (() => Promise<unknown>)[] = [];

const ask = async (path: string, options: RequestOptions) => {
  const sent = request({ host: '127.0.0.1', port, path, agent: false, ...options }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, body: await text(answer) };
};

beforeAll(async () => {
  ca = await createTestCa('inside');
  const certificates = await mkdtemp(join(tmpdir(), 'quayside-tls-'));
  await writeIdentity(certificates, await ca.issue('storefront'));
  const bundle = ['../../tooling/bundle.mjs', 'server/inside-tls.ts'];
  await promisify(execFile)(process.execPath, bundle, { cwd: folder });
  port = await freePort();
  const child = spawn(process.execPath, ['--import', './dist/inside-tls.js', 'test/next-stand-in.mjs'], {
    ...{ cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
    env: {
      ...{ PATH: process.env['PATH'], PORT: String(port), HOSTNAME: '127.0.0.1' },
      ...{ TLS_DIR: certificates, TLS_CALLERS: 'gateway' },
    },
  });
  child.stdout?.setEncoding('utf8').on('data', (some: string) => (lines += some));
  const exited = once(child, 'exit');
  closing.push(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const isThere = async () => (await ask('/healthz', { ca: ca.cert })).status === 200;
  await waitUntil(isThere, { timeoutMs: 60_000, describe: 'the pages to be served' });
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

test('the gateway gets pages by TLS, and probes need no certificate', async () => {
  expect(await ask('/catalog', await ca.issue('gateway'))).toEqual({ status: 200, body: 'page /catalog' });
  expect((await ask('/readyz', { ca: ca.cert })).status).toBe(200);
});

test('nobody else does, which is noted', async () => {
  expect(await ask('/catalog', { ca: ca.cert })).toMatchObject({
    status: 403,
    body: expect.stringContaining('certificate-missing'),
  });
  expect(await ask('/catalog', await ca.issue('basket'))).toMatchObject({
    status: 403,
    body: expect.stringContaining('caller-not-accepted'),
  });
  await waitUntil(() => lines.includes('DNS:basket'), { describe: 'the line in the security log' });
  expect(lines).toContain('authz_fail');
});

test('plain HTTP is refused', async () => {
  const sent = getPlain({ host: '127.0.0.1', port, path: '/healthz', agent: false });
  await expect(once(sent, 'response')).rejects.toThrow();
});
