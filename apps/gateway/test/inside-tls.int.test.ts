import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { get as getPlain, type IncomingMessage } from 'node:http';
import { Agent, request, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json as readJson, text } from 'node:stream/consumers';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApi, listen, openInsideTls, tlsAgent } from '@quayside/http';
import { createHealth, createMetrics } from '@quayside/runtime';
import {
  captureLogs,
  createTestCa,
  freePort,
  silentLogger,
  testRedis,
  waitUntil,
  writeIdentity,
  type TestCa,
} from '@quayside/testkit';
import { clientSecret } from './open-id-provider.ts';
import { servicesAt } from './services-at.ts';

/** A service as every one of them listens, the gateway as the process of its image, and a CA that both have certificates of. */
let ca: TestCa;
let strangers: TestCa;
let serviceFolder: string;
let gatewayFolder: string;
let service: { port: number; calls: { caller: string; path: string }[]; close: () => Promise<void> };
let origin: string;
const closing: (() => Promise<unknown>)[] = [];

const { logger, lines } = captureLogs();

const startService = async () => {
  const identity = openInsideTls(serviceFolder, { logger: silentLogger, everyMs: 50 });
  const calls: { caller: string; path: string }[] = [];
  const api = createApi({
    ...{ logger, health: createHealth(), metrics: createMetrics('catalog') },
    ...{ title: 'Catalog', version: '1' },
  });
  api.router.use((req, res) => {
    const { subject } = (req.socket as TLSSocket).getPeerCertificate();
    calls.push({ caller: String(subject.CN), path: req.path });
    const page = { items: [], page: 1, pageSize: 8, totalItems: 0 };
    const facets = { brands: [], categories: [], prices: [], inStock: 0, attributes: [] };
    res.json({ ...page, facets });
  });
  const callers = ['gateway', 'ordering-worker', 'gateway-renewed'];
  const { port, close } = await api.listen({ host: '127.0.0.1', port: 0, tls: { identity, callers } });
  closing.push(() => identity.close());
  return { port, calls, close };
};

const folder = join(import.meta.dirname, '..');

const startGateway = async () => {
  await promisify(execFile)(process.execPath, ['../../tooling/bundle.mjs'], { cwd: folder });
  const redis = await testRedis();
  closing.push(redis.close);
  const port = await freePort();
  const url = `https://localhost:${service.port}`;
  const child = spawn(process.execPath, [join(folder, 'dist/gateway.js')], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      PORT: String(port),
      HOST: 'localhost',
      MANAGEMENT_PORT: '0',
      PUBLIC_ORIGIN: `http://localhost:${port}`,
      REDIS_URL: redis.url,
      ...servicesAt(url),
      STOREFRONT_URL: 'http://localhost:1',
      PAYMENT_FORM_URL: 'http://localhost:8201/card-form',
      GATEWAY_CLIENT_SECRET: clientSecret,
      LIMIT_FACTOR: '0',
      TLS_DIR: gatewayFolder,
    },
  });
  const exited = once(child, 'exit');
  closing.push(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return `http://localhost:${port}`;
};

/** What the service says to somebody who calls it without the gateway, and by which certificate. */
const ask = async (
  path: string,
  options: RequestOptions,
  read: (answer: IncomingMessage) => Promise<unknown> = readJson,
) => {
  const sent = request({ host: '127.0.0.1', port: service.port, path, agent: false, ...options }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const socket = answer.socket as TLSSocket;
  const { serialNumber } = socket.getPeerCertificate();
  const isReused = socket.isSessionReused();
  return { status: Number(answer.statusCode), serialNumber, isReused, body: await read(answer) };
};

beforeAll(async () => {
  [ca, strangers] = await Promise.all([createTestCa('inside'), createTestCa('elsewhere')]);
  [serviceFolder, gatewayFolder] = await Promise.all([
    mkdtemp(join(tmpdir(), 'quayside-tls-')),
    mkdtemp(join(tmpdir(), 'quayside-tls-')),
  ]);
  await writeIdentity(serviceFolder, await ca.issue('catalog'));
  await writeIdentity(gatewayFolder, await ca.issue('gateway'));
  service = await startService();
  closing.push(service.close);
  origin = await startGateway();
  const isThere = async () => (await fetch(`${origin}/api/v1/catalog/brands`)).ok;
  await waitUntil(isThere, { timeoutMs: 60_000, describe: 'the gateway to reach the service' });
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

test('what the gateway passes on, and what it asks for itself, goes by TLS with its certificate', async () => {
  expect((await fetch(`${origin}/api/v1/catalog/types`)).status).toBe(200);
  expect((await fetch(`${origin}/api/v1/screens/home`)).status).toBe(200);
  expect(new Set(service.calls.map(({ caller }) => caller))).toEqual(new Set(['gateway']));
});

test('who shows no certificate gets nothing but the probes', async () => {
  expect(await ask('/api/v1/catalog/brands', { ca: ca.cert })).toMatchObject({
    status: 403,
    body: { code: 'certificate-missing' },
  });
  expect((await ask('/metrics', { ca: ca.cert })).status).toBe(403);
  expect((await ask('/healthz', { ca: ca.cert })).status).toBe(200);
  expect((await ask('/readyz', { ca: ca.cert })).status).toBe(200);
});

test('a certificate of somebody else is none', async () => {
  const { cert, key } = await strangers.issue('gateway');
  expect((await ask('/api/v1/catalog/brands', { ca: ca.cert, cert, key })).status).toBe(403);
  const ours = await ca.issue('ordering-worker');
  expect((await ask('/api/v1/catalog/brands', ours)).status).toBe(200);
});

test('a process that has nothing to ask for here is refused, and noted, whatever it says of itself', async () => {
  lines.length = 0;
  const basket = await ca.issue('basket');
  const headers = { 'x-forwarded-for': '203.0.113.7' };
  expect(await ask('/api/v1/catalog/brands?q=secret', { ...basket, headers })).toMatchObject({
    status: 403,
    body: { code: 'caller-not-accepted', instance: '/api/v1/catalog/brands' },
  });
  expect(lines.flatMap(({ security }) => security ?? [])).toEqual([
    {
      ...{ event: 'authz_fail', gravity: 'CRITICAL', reason: 'caller-not-accepted' },
      ...{ address: '127.0.0.1', method: 'GET', path: '/api/v1/catalog/brands' },
      detail: { certificate: expect.stringContaining('DNS:basket') },
    },
  ]);
  expect(service.calls.filter(({ caller }) => caller === 'basket')).toEqual([]);
  expect((await ask('/healthz', basket)).status).toBe(200);
});

test('a name like that of a caller is another name', async () => {
  for (const name of ['gateway.elsewhere', '*.gateway', 'not-gateway', 'GATEWAY-2'])
    expect((await ask('/api/v1/catalog/brands', await ca.issue(name))).status).toBe(403);
  const subjectAlone = await ca.issue('gateway', 'basket');
  expect((await ask('/api/v1/catalog/brands', subjectAlone)).status).toBe(403);
});

test('on a connection that was resumed it is still known who calls', async () => {
  const basket = await ca.issue('basket');
  const gateway = await ca.issue('gateway');
  for (const [who, status] of [[basket, 403] as const, [gateway, 200] as const]) {
    const agent = new Agent({ ...who, maxCachedSessions: 10 });
    const first = await ask('/api/v1/catalog/brands', { ...who, agent });
    const again = await ask('/api/v1/catalog/brands', { ...who, agent });
    expect([first.status, again.status, again.isReused]).toEqual([status, status, true]);
    agent.destroy();
  }
});

test('who collects the metrics gets nothing else', async () => {
  const scraper = await ca.issue('metrics');
  expect((await ask('/metrics', scraper, text)).status).toBe(200);
  expect((await ask('/api/v1/catalog/brands', scraper)).status).toBe(403);
});

test('a process cannot pose as another to those that call it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quayside-tls-'));
  await writeIdentity(folder, await ca.issue('basket', 'basket'));
  const [posing, caller] = [folder, gatewayFolder].map((each) =>
    openInsideTls(each, { logger: silentLogger }),
  );
  if (!posing || !caller) throw new Error('unreachable');
  const tls = { identity: posing, callers: ['gateway'] };
  const { port, close } = await listen((_req, res) => res.end(), { host: '127.0.0.1', port: 0, tls });
  closing.push(
    close,
    () => posing.close(),
    () => caller.close(),
  );
  const url = `https://localhost:${port}`;
  const agent = tlsAgent(caller, url, {});
  // As the gateway calls: by the shop's own host, which the certificate has nothing to do with.
  const sent = request(url, { agent, headers: { host: 'basket' } }).end();
  await expect(once(sent, 'response')).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
});

test.each(['TLSv1.1', 'TLSv1.2'] as const)('%s is spoken with nobody: 1.3 alone', async (maxVersion) => {
  const ours = await ca.issue('ordering-worker');
  const old = ask('/healthz', { ...ours, maxVersion, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
  await expect(old).rejects.toThrow(/alert protocol version/);
  expect((await ask('/healthz', ours)).status).toBe(200);
});

test('plain HTTP is refused', async () => {
  const sent = getPlain({ host: '127.0.0.1', port: service.port, path: '/healthz', agent: false });
  await expect(once(sent, 'response')).rejects.toThrow();
});

test('renewed certificates are taken up without a restart, also by another CA', async () => {
  const next = await createTestCa('inside-next');
  const both = `${ca.cert.trim()}\n${next.cert.trim()}\n`;
  const { serialNumber: before } = await ask('/healthz', { ca: both });
  // As it has to be done: first everybody knows both, then certificates change.
  await writeIdentity(gatewayFolder, { ...(await next.issue('gateway-renewed')), ca: both });
  await writeIdentity(serviceFolder, { ...(await ca.issue('catalog')), ca: both });
  const isRenewed = async () => (await ask('/healthz', { ca: both })).serialNumber !== before;
  await waitUntil(isRenewed, { describe: 'the service to show the new one' });
  await writeIdentity(serviceFolder, { ...(await next.issue('catalog')), ca: both });
  const paths = ['/api/v1/catalog/brands', '/api/v1/screens/home'];
  const gatewayIsRenewed = async () => {
    service.calls.length = 0;
    const answers = await Promise.all(paths.map((path) => fetch(`${origin}${path}`)));
    const asked = new Set(service.calls.map(({ path }) => path));
    return (
      answers.every(({ ok }) => ok) &&
      // What it passes on, and what it asks for itself, as last answers may stand in for both.
      asked.size > 1 &&
      service.calls.every(({ caller }) => caller === 'gateway-renewed')
    );
  };
  await waitUntil(gatewayIsRenewed, { timeoutMs: 60_000, describe: 'the gateway to show the new one' });
});
