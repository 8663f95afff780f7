import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import { NeedsChange, supervise } from './supervise.ts';
import type { LoadedProcess, Supervisable } from './supervise.ts';

interface FakeProcess extends LoadedProcess {
  begun: boolean;
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
    begun: false,
    stopped: false,
    begin: () => void (process.begun = true),
    exit: (code, signal) => exited.resolve({ code, signal: signal ?? null }),
    async stop() {
      process.stopped = true;
      process.exit(0);
    },
    kill: () => {
      process.stopped = true;
      process.exit(null, 'SIGKILL');
    },
  };
  processes.push(process);
  return process;
}

function createSupervised(what: Partial<Supervisable> = {}) {
  return supervise(
    { name: 'catalog', load: async () => fakeProcess(), isReady: async () => true, ...what },
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

test('a stop during the preparation begins nothing', async () => {
  const catalog = createSupervised({
    prepare: (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
  });
  catalog.start();
  await settle();
  expect(catalog.state).toBe('preparing');
  await catalog.stop();
  expect(processes).toMatchObject([{ begun: false, stopped: true }]);
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
    prepare: () => Promise.reject(new NeedsChange('its configuration is broken, see above')),
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

test('a successor begins when it is loaded and prepared, and the process before it has stopped', async () => {
  const prepared = Promise.withResolvers<void>();
  const prepare = jest.fn<() => Promise<void>>().mockResolvedValueOnce().mockReturnValue(prepared.promise);
  const catalog = createSupervised({ prepare });
  catalog.start();
  await settle();
  void catalog.restart({ prepare: true });
  await settle();
  expect(processes).toMatchObject([{ stopped: false }, { begun: false }]);
  expect(catalog).toMatchObject({ state: 'ready', pid: 100 });
  prepared.resolve();
  await settle();
  expect(processes).toMatchObject([{ stopped: true }, { begun: true }]);
  expect(catalog).toMatchObject({ state: 'ready', pid: 101, restarts: 1 });
});

test.each(['load', 'prepare'] as const)(
  'a successor that fails to %s leaves what runs alone',
  async (step) => {
    const catalog = createSupervised({
      prepare: async () => {},
      [step]: async () => {
        if (processes.length > 0) throw new NeedsChange('domain/item.ts:3: SyntaxError: Expression expected');
        return fakeProcess();
      },
      ...(step === 'prepare' && {
        prepare: async () => {
          if (processes.length > 1) throw new Error('domain/item.ts:3: SyntaxError: Expression expected');
        },
      }),
    });
    catalog.start();
    await settle();
    await catalog.restart({ prepare: true });
    expect(errors).toEqual([
      'domain/item.ts:3: SyntaxError: Expression expected; what ran before this change runs on',
    ]);
    expect(catalog).toMatchObject({ state: 'ready', pid: 100, restarts: 0 });
    expect(processes.slice(1).every(({ begun, stopped }) => !begun && stopped)).toBe(true);
  },
);

test('a stop ends a successor that waits', async () => {
  const catalog = createSupervised();
  catalog.start();
  await settle();
  const restarted = catalog.restart();
  await catalog.stop();
  await restarted;
  expect(catalog.state).toBe('stopped');
  expect(processes).toMatchObject([{ stopped: true }, { begun: false, stopped: true }]);
});

test('what cannot be loaded at all waits for a change', async () => {
  const load = jest
    .fn<Supervisable['load']>()
    .mockRejectedValueOnce(new NeedsChange('domain/item.ts:3: SyntaxError: Expression expected'))
    .mockImplementation(async () => fakeProcess());
  const catalog = createSupervised({ load });
  catalog.start();
  await pass(60_000);
  expect(catalog.state).toBe('broken');
  expect(errors).toEqual(['domain/item.ts:3: SyntaxError: Expression expected; waiting for a change']);
  await catalog.restart();
  await settle();
  expect(catalog.state).toBe('ready');
});
