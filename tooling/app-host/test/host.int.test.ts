import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { isPortFree } from '@quayside/backing-services';
import { waitUntil } from '@quayside/testkit';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';

import { portsAt, type Ports } from '../src/ports.ts';

const main = join(import.meta.dirname, '../src/main.ts');
let offset: number;
let ports: Ports;
let home: string;
let hosts: ChildProcess[];

interface Host {
  process: ChildProcess;
  output(): string;
  exited: Promise<unknown[]>;
}

beforeAll(async () => {
  do {
    offset = randomInt(1_200, 1_875); // without a port that browsers refuse
    ports = portsAt(offset);
  } while ((await Promise.all(Object.values(ports).map(isPortFree))).includes(false));
});

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'quayside-host-'));
  hosts = [];
});

afterEach(async () => {
  for (const host of hosts) host.kill('SIGKILL');
  for (const port of [ports.host, ports['payment-sandbox'], ports.mail]) await becomesFree(port);
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

/** Runs one process that needs no backing service. */
function startHost(...options: string[]): Host {
  return startHostIn(process.env, ...options);
}

function startHostIn(env: NodeJS.ProcessEnv, ...options: string[]): Host {
  const args = [
    'dev',
    '--only',
    'payment-sandbox',
    '--port-offset',
    String(offset),
    '--home',
    home,
    ...options,
  ];
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  hosts.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  return { process: child, output: () => output, exited: once(child, 'exit') };
}

async function becomesReady(host: Host): Promise<void> {
  const isOver = await waitUntil(
    () =>
      host.process.exitCode === null ? host.output().includes('Quayside is ready in') && 'ready' : 'ended',
    { describe: 'the box', timeoutMs: 120_000 },
  );
  if (isOver === 'ended') throw new Error(host.output());
}

async function becomesFree(port: number): Promise<void> {
  await waitUntil(() => isPortFree(port), { describe: `port ${port} to be free` });
}

async function partState(): Promise<{ state: string; pid: number; restarts: number }> {
  const answer = await fetch(`http://127.0.0.1:${ports.host}/processes`);
  const { processes } = (await answer.json()) as {
    processes: { state: string; pid: number; restarts: number }[];
  };
  return processes[0] ?? { state: 'absent', pid: 0, restarts: 0 };
}

async function sendMail(): Promise<void> {
  const socket = connect(ports.smtp, '127.0.0.1');
  const answers = createInterface(socket);
  const lines = [
    'HELO here',
    'MAIL FROM:<a@test>',
    'RCPT TO:<b@test>',
    'DATA',
    'Subject: ahoy\r\n\r\nAhoy\r\n.',
  ];
  for await (const answer of answers) {
    expect(answer).toMatch(/^[23]/);
    const line = lines.shift();
    if (line === undefined) break;
    socket.write(`${line}\r\n`);
  }
  socket.destroy();
}

async function subjects(): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${ports.mail}/api/email`);
  return ((await answer.json()) as { subject: string }[]).map(({ subject }) => subject);
}

const steer = (action: string) =>
  fetch(`http://127.0.0.1:${ports.host}/processes/payment-sandbox/${action}`, { method: 'POST' });

test('starts a process, restarts it when it is killed, stops and starts it on demand', async () => {
  const host = startHost();
  await becomesReady(host);
  expect(await partState()).toMatchObject({ state: 'ready', restarts: 0 });

  await steer('kill');
  await waitUntil(
    async () => {
      const { restarts, state } = await partState();
      return restarts > 0 && state === 'ready';
    },
    { describe: 'its restart' },
  );
  expect(host.output()).toMatch(/payment-sandbox ERROR crashed \(killed by SIGKILL\); next start in 0\.5 s/);

  await steer('stop');
  expect(await isPortFree(ports['payment-sandbox'])).toBe(true);
  await steer('start');
  await waitUntil(async () => (await partState()).state === 'ready', { describe: 'it to be ready' });
});

test('opens a port for a debugger when asked', async () => {
  const host = startHost('--inspect');
  await becomesReady(host);
  const answer = await fetch(`http://127.0.0.1:${ports['payment-sandbox'] + 1000}/json/list`);
  expect(await answer.json()).toEqual([
    expect.objectContaining({ type: 'node', title: expect.stringContaining('payment-sandbox') }),
  ]);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves nothing behind after %s', async (signal) => {
  const host = startHost();
  await becomesReady(host);
  host.process.kill(signal);
  expect(await host.exited).toEqual([0, null]);
  expect(await isPortFree(ports['payment-sandbox'])).toBe(true);
  await expect(access(join(home, 'host.pid'))).rejects.toThrow('ENOENT');
});

test('leaves nothing behind when its output is closed', async () => {
  const host = startHost();
  await becomesReady(host);
  host.process.stdout?.destroy();
  host.process.stderr?.destroy();
  await steer('kill').catch(() => {}); // makes it write
  await host.exited;
  expect(await isPortFree(ports['payment-sandbox'])).toBe(true);
});

test('leaves nothing behind when it is killed, and the next start takes over', async () => {
  const host = startHost();
  await becomesReady(host);
  host.process.kill('SIGKILL');
  await host.exited;
  const next = startHost();
  await becomesReady(next);
});

test('refuses a second host on the same data', async () => {
  const host = startHost();
  await becomesReady(host);
  const second = startHost();
  expect(await second.exited).toEqual([1, null]);
  expect(second.output()).toBe(
    `Quayside already runs from this folder with pid ${host.process.pid}: stop it first (kill ${host.process.pid})\n`,
  );
});

test('refuses a taken port in one line', async () => {
  const server = createServer().listen(ports.host, '127.0.0.1');
  await once(server, 'listening');
  const host = startHost();
  // This very process works inside the checkout, so that the host first takes it for its own leftover.
  expect(await host.exited).toEqual([1, null]);
  server.close();
  expect(host.output()).toContain(
    `waiting for pid ${process.pid} of this folder to leave port ${ports.host}\n`,
  );
  expect(host.output()).toMatch(
    new RegExp(
      `^Port ${ports.host} for host is in use by pid ${process.pid} \\(.*\\): stop that, or use`,
      'm',
    ),
  );
});

test('keeps mail over a restart, beside the other data', async () => {
  const host = startHost('--only', 'mail');
  await becomesReady(host);
  await sendMail();
  host.process.kill('SIGTERM');
  await host.exited;
  const next = startHost('--only', 'mail');
  await becomesReady(next);
  expect(await subjects()).toEqual(['ahoy']);
  next.process.kill('SIGTERM');
  await next.exited;
  const anew = startHost('--only', 'mail', '--reset');
  await becomesReady(anew);
  expect(await subjects()).toEqual([]);
});

test('ends with the one line that says what to install', async () => {
  const bin = join(home, 'bin');
  await mkdir(bin);
  await symlink('/bin/sh', join(bin, 'sh'));
  const brokenJava = `#!/bin/sh\nuntil [ -e ${bin}/go ]; do /bin/sleep 0.05; done; exit 1\n`;
  await writeFile(join(bin, 'java'), brokenJava, { mode: 0o755 });
  const host = startHostIn(
    { ...process.env, PATH: bin, QUAYSIDE_TOOLS_DIR: join(home, 'tools') },
    '--only',
    'basket',
  );
  await waitUntil(() => host.output().includes('listening'), { describe: 'basket to listen' });
  await writeFile(join(bin, 'go'), '');
  expect(await host.exited).toEqual([1, null]);
  expect(host.output()).toMatch(
    /^Kafka needs Python 3 with pip for its one download: install it .*, or install a JDK .*$/m,
  );
  expect(host.output()).toMatch(
    /\nOr have Docker or Podman run, with compose, and containers serve instead\n$/,
  );
});

test('says that it cannot keep data in a folder', async () => {
  const host = startHost('--home', '/dev/null/quayside');
  expect(await host.exited).toEqual([1, null]);
  expect(host.output()).toMatch(/^Cannot keep data in \/dev\/null\/quayside \(ENOTDIR\): .*\n$/);
});

test('says which argument is wrong', async () => {
  const host = startHost('--only', 'nobody');
  expect(await host.exited).toEqual([1, null]);
  expect(host.output()).toMatch(/^--only: there is no process "nobody"; there are mail, /);
});
