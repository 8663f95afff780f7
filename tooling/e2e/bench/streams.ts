// What an open event stream costs the gateway, and what becomes of too many: `npx pnpm bench:streams`. The gateway runs as in
// its pod, its heap bounded as there; `--tls` has it call the service behind it by TLS.
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { Agent, createServer, get, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { startBacking } from '@quayside/backing-services';
import { processes } from '@quayside/system';
import { createTestCa, freePort, waitUntil, writeIdentity } from '@quayside/testkit';

const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '4500' },
    addresses: { type: 'string', default: '1,50' },
    tls: { type: 'boolean', default: false },
  },
});
const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'apps/gateway');
const pod = processes.find(({ name }) => name === 'gateway')?.resources;
if (!pod) throw new Error('the system has no gateway');

const heap = [
  `--max-old-space-size=${pod.heap}`,
  ...(pod.semiSpace === undefined ? [] : [`--max-semi-space-size=${pod.semiSpace}`]),
];

const temporary = () => mkdtemp(join(tmpdir(), 'quayside-streams-'));
const backing = await startBacking({
  ...{ dataDir: await temporary(), toolsDir: join(root, '.quayside/tools') },
  ...{ only: ['redis'], ephemeral: true },
});
const ca = await createTestCa('inside');
const tlsFolder = await temporary();
await writeIdentity(tlsFolder, await ca.issue('gateway'));

/** Opens every stream that it is asked for, and says something each 20 s, as services do; takes all else. */
const held: RequestListener = (req, res) => {
  if (!req.url?.endsWith('/events')) return void res.writeHead(204).end();
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write('retry: 1000\n\n');
  const heartbeat = setInterval(() => res.write(': still here\n\n'), 20_000);
  res.on('close', () => clearInterval(heartbeat));
};
const service = values.tls ? createTlsServer(await ca.issue('basket'), held) : createServer(held);
await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
const behind = `http${values.tls ? 's' : ''}://localhost:${(service.address() as AddressInfo).port}`;

await promisify(execFile)(process.execPath, ['../../tooling/bundle.mjs'], { cwd: folder });

const services = processes.filter(({ kind }) => kind === 'service');
const startGateway = async () => {
  const [port, management] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [...heap, 'dist/gateway.js'], {
    ...{ cwd: folder, stdio: 'ignore' },
    env: {
      ...{ PATH: process.env['PATH'], NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(port) },
      ...{ MANAGEMENT_PORT: String(management), PUBLIC_ORIGIN: `http://localhost:${port}` },
      ...{ REDIS_URL: backing.urls.redis, TRUSTED_PROXY_HOPS: '1' },
      ...Object.fromEntries(services.map(({ api }) => [`${api.toUpperCase()}_URL`, behind])),
      ...{ STOREFRONT_URL: behind, PAYMENT_FORM_URL: 'http://localhost/card-form' },
      ...{ GATEWAY_CLIENT_SECRET: 'of a measurement alone, and of nothing else' },
      ...(values.tls && { TLS_DIR: tlsFolder }),
    },
  });
  const isThere = async () => (await fetch(`http://127.0.0.1:${management}/healthz`)).ok;
  await waitUntil(isThere, { timeoutMs: 60_000, describe: 'the gateway to listen' });
  return { port, pid: child.pid ?? 0, end: () => child.kill('SIGKILL') };
};

/** In MiB: what it holds now, and the most that it held. */
const memoryOf = (pid: number) => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mib = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: mib('VmRSS'), most: mib('VmHWM') };
};

const browser = {
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  ...{ accept: 'text/event-stream', 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' },
  ...{ 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin', 'cache-control': 'no-cache' },
};

/** One stream that stays, or the status that it was refused by. */
const open = (port: number, address: string, agent: Agent): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { ...browser, 'x-forwarded-for': address };
    get({ ...{ host: '127.0.0.1', port, path: '/api/v1/basket/events', headers, agent } }, (answer) => {
      const again = answer.headers['retry-after'];
      answer.on('error', () => undefined).resume();
      resolve(`${answer.statusCode}${again === undefined ? '' : `, Retry-After ${again}`}`);
    }).on('error', reject);
  });

const settled = async (): Promise<void> => pause(25_000);

const measure = async (addresses: number): Promise<void> => {
  const gateway = await startGateway();
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
  await open(gateway.port, '198.51.100.1', agent);
  await settled();
  const before = memoryOf(gateway.pid).now;
  const told = new Map<string, number>();
  const total = Number(values.streams);
  for (let at = 0; at < total; at += 50) {
    const some = Array.from({ length: Math.min(50, total - at) }, (_, n) =>
      open(gateway.port, `203.0.113.${((at + n) % addresses) + 1}`, agent),
    );
    for (const status of await Promise.all(some)) told.set(status, (told.get(status) ?? 0) + 1);
  }
  await settled();
  const { now, most } = memoryOf(gateway.pid);
  const opened = told.get('200') ?? 0;
  const each = (((now - before) * 1024) / opened).toFixed(0);
  const answers = [...told].map(([status, count]) => `${count} × ${status}`).join('; ');
  console.log(
    `| ${[addresses, answers, before.toFixed(0), now.toFixed(0), most.toFixed(0), each].join(' | ')} |`,
  );
  gateway.end();
  agent.destroy();
};

console.log(
  `${values.streams} streams, heap ${pod.heap} MiB, pod ${pod.memoryLimit} MiB${values.tls ? ', TLS inside' : ''}`,
);
console.log('| addresses | answers | MiB before | MiB with them | MiB at most | kB for each |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const addresses of values.addresses.split(',')) await measure(Number(addresses));
await backing.stop();
process.exit();
