import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import { BrokenConfiguration, supervise } from './supervise.ts';
import type { RunningProcess, Supervisable } from './supervise.ts';

interface FakeProcess extends RunningProcess {
  exit(code: number | null, signal?: NodeJS.Signals): void;
  stopped: boolean;
}

let processes: FakeProcess[];
let errors: string[];
let infos: string[];

beforeEach(() => {
  jest.useFakeTimers();
  processes = [];
  errors = [];
  infos = [];
});

afterEach(() => {
  jest.useRealTimers();
});

function fakeProcess(): FakeProcess {
  const exited = Promise.withResolvers<{ code: number | null; signal: NodeJS.Signals | null }>();
  const process: FakeProcess = {
    pid: 100 + processes.length,
    exited: exited.promise,
    stopped: false,
    exit: (code, signal) => exited.resolve({ code, signal: signal ?? null }),
    async stop() {
      process.stopped = true;
      process.exit(0);
    },
    kill: () => process.exit(null, 'SIGKILL'),
  };
  processes.push(process);
  return process;
}

function createSupervised(what: Partial<Supervisable> = {}) {
  return supervise(
    { name: 'catalog', launch: async () => fakeProcess(), isReady: async () => true, ...what },
    { info: (message) => infos.push(message), error: (message) => errors.push(message) },
  );
}

const settle = () => jest.advanceTimersByTimeAsync(0);
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

test('is ready once the process answers', async () => {
  let ready = false;
  const catalog = createSupervised({ isReady: async () => ready });
  catalog.start();
  await settle();
  expect(catalog.state).toBe('starting');
  ready = true;
  await pass(50);
  expect(catalog).toMatchObject({ state: 'ready', pid: 100, restarts: 0 });
  await catalog.firstReady;
});

test('prepares before the first start and not again after a crash', async () => {
  const prepare = jest.fn(async () => {});
  const catalog = createSupervised({ prepare });
  catalog.start();
  await settle();
  processes[0]?.exit(1);
  await pass(500);
  expect(processes).toHaveLength(2);
  expect(prepare).toHaveBeenCalledTimes(1);
});

test('starts a crashed process again, waiting longer each time', async () => {
  const catalog = createSupervised();
  catalog.start();
  await settle();
  for (const delay of [500, 1000, 2000, 4000, 8000, 10_000, 10_000]) {
    const count = processes.length;
    processes.at(-1)?.exit(1);
    await pass(delay - 1);
    expect(processes).toHaveLength(count);
    await pass(1);
    expect(processes).toHaveLength(count + 1);
  }
  expect(catalog.restarts).toBe(7);
  expect(errors[0]).toBe('crashed (exit code 1); next start in 0.5 s');
});

test('counts anew after a steady run', async () => {
  const catalog = createSupervised();
  catalog.start();
  await settle();
  processes[0]?.exit(1);
  await pass(500);
  await pass(31_000);
  processes[1]?.exit(null, 'SIGSEGV');
  await settle();
  expect(errors.at(-1)).toBe('crashed (killed by SIGSEGV); next start in 0.5 s');
  await catalog.stop();
});

test('a kill is a crash', async () => {
  const catalog = createSupervised();
  catalog.start();
  await settle();
  catalog.kill();
  await settle();
  expect(catalog.state).toBe('crashed');
  expect(catalog.pid).toBeUndefined();
});

test('a stop is not a crash, and a start follows it', async () => {
  const catalog = createSupervised();
  catalog.start();
  await settle();
  await catalog.stop();
  expect(catalog.state).toBe('stopped');
  expect(processes[0]?.stopped).toBe(true);
  await pass(60_000);
  expect(processes).toHaveLength(1);
  catalog.start();
  await settle();
  expect(processes).toHaveLength(2);
  expect(errors).toEqual([]);
});

test('a stop ends the wait after a crash', async () => {
  const catalog = createSupervised();
  catalog.start();
  await settle();
  processes[0]?.exit(1);
  await settle();
  await catalog.stop();
  expect(catalog.state).toBe('stopped');
});

test('a stop during the preparation launches nothing', async () => {
  const catalog = createSupervised({
    prepare: (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
  });
  catalog.start();
  await settle();
  expect(catalog.state).toBe('preparing');
  await catalog.stop();
  expect(processes).toHaveLength(0);
});

test('restarts at once after a change, also while it waits after a crash', async () => {
  const catalog = createSupervised();
  catalog.start();
  await settle();
  await catalog.restart();
  await settle();
  expect(processes).toHaveLength(2);
  processes[1]?.exit(1);
  await settle();
  await catalog.restart();
  await settle();
  expect(processes).toHaveLength(3);
});

test('does not repeat a start that a broken configuration makes hopeless', async () => {
  const catalog = createSupervised();
  catalog.start();
  await settle();
  processes[0]?.exit(78);
  await pass(3_600_000);
  expect(processes).toHaveLength(1);
  expect(catalog.state).toBe('broken');
  expect(errors).toEqual(['its configuration is broken, see above; waiting for a change']);
});

test('says the same of a broken configuration of the preparation', async () => {
  const catalog = createSupervised({
    prepare: () => Promise.reject(new BrokenConfiguration('its configuration is broken, see above')),
  });
  catalog.start();
  await settle();
  expect(catalog.state).toBe('broken');
});

test('repeats a preparation that failed', async () => {
  const prepare = jest
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(new Error('its migrations failed (exit code 1)'));
  const catalog = createSupervised({ prepare });
  catalog.start();
  await settle();
  expect(errors).toEqual(['its migrations failed (exit code 1); next start in 0.5 s']);
  await pass(500);
  expect(catalog.state).toBe('ready');
});
