import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isPortFree, MachineFault } from '@quayside/backing-services';

const root = join(import.meta.dirname, '../../..');
const hostPort = 8200;
const startLimitMs = 300_000;

export interface ProcessState {
  name: string;
  kind: string;
  state: string;
  pid: number | null;
  restarts: number;
}

/** A running Quayside, and the app host that can stop, start and kill its processes. */
export interface Stack {
  origin: string;
  hostUrl: string;
  /** Where the mail that was sent can be read. */
  mailUrl: string;
  /** The figures of the gateway. */
  metricsUrl: string;
  /** Where it keeps what it keeps. */
  stores: StoreUrls;
  /** The file that holds every line its processes logged. */
  log: string;
  /** The payment company, and the key that the shop has there. */
  payment: { url: string; apiKey: string };
}

export type StoreUrls = Record<'postgres' | 'redis' | 'mongodb' | 'kafka', string>;

const storesAt = (offset: number): StoreUrls => ({
  postgres: `postgres://quayside:quayside@127.0.0.1:${15_432 + offset}/postgres`,
  redis: `redis://127.0.0.1:${16_379 + offset}`,
  mongodb: `mongodb://127.0.0.1:${27_170 + offset}/?replicaSet=rs0`,
  kafka: `127.0.0.1:${19_092 + offset}`,
});

const pages = [3000, 8080, 8081, hostPort, 8201, 1025, 1080];
const services = [8101, 8102, 8103, 8104, 8105, 8114];
const backing = [27_170, 19_092, 15_432, 16_379];

/** An offset that moves everything to ports nobody holds; a random one, as another run may look for one just now. */
const freeOffset = async (): Promise<number> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const offset = randomInt(1_200, 1_875); // without a port that browsers refuse
    const ports = [...pages, ...services, ...backing];
    const free = await Promise.all(ports.map((port) => isPortFree(port + offset)));
    if (free.every(Boolean)) return offset;
  }
  throw new MachineFault('No free range of ports for the test stack: stop what runs beside it');
};

const untilReady = async (host: ChildProcess, hostUrl: string, output: () => string): Promise<void> => {
  const until = Date.now() + startLimitMs;
  while (Date.now() < until) {
    if (host.exitCode !== null) throw new MachineFault(`The app host ended:\n${output()}`);
    const ready = await fetch(`${hostUrl}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(
      () => undefined,
    );
    if (ready?.ok) return;
    await pause(250);
  }
  throw new MachineFault(`The app host is not ready within ${startLimitMs / 1000} s:\n${output()}`);
};

/** How far above their own ports services, Redis and Kafka are called where something stands before them. */
export const detour = 10_000;

/**
 * Builds and starts the whole system in production mode beside whatever else runs here: own ports, own data.
 *
 * @param options.standBetween called before anything runs with how far its ports are moved, where calls of services, Redis
 *   and Kafka are to go through something else
 * @param options.environment settings over those of the tests
 * @returns the stack, where a port of the list of processes is in it, and what ends it and deletes its data
 */
export const startStack = async (
  options: { standBetween?: (offset: number) => Promise<void>; environment?: Record<string, string> } = {},
): Promise<Stack & { portAt(port: number): number; stop(): Promise<void> }> => {
  const offset = await freeOffset();
  await options.standBetween?.(offset);
  const home = await mkdtemp(join(tmpdir(), 'quayside-e2e-'));
  const lines: string[] = [];
  const log = join(home, 'output.log');
  const host = spawn(
    process.execPath,
    [
      ...['tooling/app-host/src/main.ts', 'start', '--port-offset', String(offset), '--home', home],
      ...(options.standBetween ? ['--detour', String(detour)] : []),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GRACE_PERIOD_SECONDS: '1',
        STOCK_HOLD_SECONDS: '20',
        // All visitors of the tests are at one address.
        LIMIT_FACTOR: '100',
        NO_COLOR: '1',
        ...options.environment,
      },
    },
  );
  for (const stream of [host.stdout, host.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      appendFileSync(log, chunk);
      lines.push(...chunk.toString().split('\n'));
      lines.splice(0, Math.max(0, lines.length - 200));
    });
  }
  const hostUrl = `http://127.0.0.1:${hostPort + offset}`;
  const stop = async () => {
    const ended = new Promise((resolve) => host.once('exit', resolve));
    if (host.exitCode === null && host.kill('SIGTERM')) await ended;
    await rm(home, { recursive: true, force: true });
  };
  try {
    await untilReady(host, hostUrl, () => lines.join('\n'));
  } catch (error) {
    await stop();
    throw error;
  }
  const secrets = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Record<string, string>;
  const payment = {
    url: `http://127.0.0.1:${8201 + offset}`,
    apiKey: secrets['PAYMENT_API_KEY'] ?? '',
  };
  const origin = `http://localhost:${8080 + offset}`;
  const mailUrl = `http://127.0.0.1:${1080 + offset}`;
  const metricsUrl = `http://127.0.0.1:${8081 + offset}/metrics`;
  return {
    origin,
    hostUrl,
    mailUrl,
    metricsUrl,
    stores: storesAt(offset),
    log,
    payment,
    portAt: (port) => port + offset,
    stop,
  };
};

const stackVariable = 'QUAYSIDE_E2E_STACK';

/** For jest's global set-up: where the tests find the stack. */
export const announceStack = (running: Stack): void => {
  const { origin, hostUrl, mailUrl, metricsUrl, stores, log, payment } = running;
  const stack: Stack = { origin, hostUrl, mailUrl, metricsUrl, stores, log, payment };
  process.env[stackVariable] = JSON.stringify(stack);
};

/** The stack of this run. */
export const theStack = (): Stack => {
  const announced = process.env[stackVariable];
  if (!announced) throw new Error('No stack: run through `pnpm test e2e`');
  return JSON.parse(announced) as Stack;
};
