import { restartDelayMs, steadyAfterMs } from './backoff.ts';
import { pause } from './pause.ts';

type ProcessState = 'stopped' | 'preparing' | 'starting' | 'ready' | 'crashed' | 'broken';

export interface RunningProcess {
  readonly pid: number;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Asks for a graceful end; SIGKILL after the deadline. */
  stop(deadlineMs: number): Promise<void>;
  kill(): void;
}

/** What is supervised: how to prepare it, run it and see that it is ready. */
export interface Supervisable {
  name: string;
  /** Before a start, e.g. migrations. Repeated only after a failure or when a restart asks for it. */
  prepare?(signal: AbortSignal): Promise<void>;
  launch(): Promise<RunningProcess>;
  isReady(): Promise<boolean>;
}

export interface Supervised {
  readonly name: string;
  readonly state: ProcessState;
  readonly pid: number | undefined;
  /** Starts after the first one. */
  readonly restarts: number;
  start(): void;
  stop(deadlineMs?: number): Promise<void>;
  /** Graceful stop and start at once, e.g. after a change of its source. */
  restart(options?: { prepare?: boolean }): Promise<void>;
  /** SIGKILL; the supervisor then treats it as the crash it is. */
  kill(): void;
  /** Resolves when it is ready for the first time. */
  readonly firstReady: Promise<void>;
}

/** Thrown by `prepare` when only a change of the configuration can help. */
export class BrokenConfiguration extends Error {}

export interface SupervisorLog {
  info(message: string): void;
  error(message: string): void;
}

/** EX_CONFIG of sysexits.h: starting again cannot help until somebody changes something. */
export const brokenConfigurationCode = 78;
const readyPollMs = 50;

/**
 * Keeps one process running: prepares and starts it, waits until it is ready, and starts it again with backoff
 * when it ends although nobody asked. A broken configuration is reported once and waits for a restart.
 */
export function supervise(what: Supervisable, log: SupervisorLog): Supervised {
  const firstReady = Promise.withResolvers<void>();
  let state: ProcessState = 'stopped';
  let wanted = false;
  let prepared = false;
  let asked = false; // the coming exit was asked for: no crash
  let starts = 0;
  let crashes = 0;
  let current: RunningProcess | undefined;
  let waiting = new AbortController(); // aborted when somebody asks for something else
  let loop: Promise<void> | undefined;

  async function keepRunning(): Promise<void> {
    while (wanted) {
      asked = false;
      waiting = new AbortController();
      const failure = await runOnce().catch((error: unknown) => describe(error));
      current = undefined;
      if (!wanted) break;
      if (asked) continue;
      crashes += 1;
      const delay = failure.broken ? undefined : restartDelayMs(crashes);
      state = failure.broken ? 'broken' : 'crashed';
      log.error(
        `${failure.message}; ${delay === undefined ? 'waiting for a change' : `next start in ${delay / 1000} s`}`,
      );
      await pause(delay, waiting.signal);
    }
    state = 'stopped';
  }

  /** One life of the process. */
  async function runOnce(): Promise<{ message: string; broken: boolean }> {
    if (what.prepare && !prepared) {
      state = 'preparing';
      await what.prepare(waiting.signal);
      prepared = true;
      if (!wanted) return { message: 'stopped', broken: false };
    }
    state = 'starting';
    const launchedAt = performance.now();
    const process = await what.launch();
    current = process;
    starts += 1;
    if (!wanted || asked) void process.stop(5_000);
    const over = new AbortController();
    void process.exited.then(() => over.abort());
    void announceReady(over.signal, launchedAt);
    const { code, signal } = await process.exited;
    if (performance.now() - launchedAt > steadyAfterMs) crashes = 0;
    const how = signal ? `killed by ${signal}` : `exit code ${code}`;
    return code === brokenConfigurationCode
      ? { message: 'its configuration is broken, see above', broken: true }
      : {
          message: `${(state as ProcessState) === 'ready' ? 'crashed' : 'crashed while starting'} (${how})`,
          broken: false,
        };
  }

  async function announceReady(over: AbortSignal, launchedAt: number): Promise<void> {
    while (!over.aborted && !(await what.isReady())) await pause(readyPollMs, over);
    if (over.aborted) return;
    state = 'ready';
    log.info(`ready in ${((performance.now() - launchedAt) / 1000).toFixed(1)} s`);
    firstReady.resolve();
  }

  async function end(deadlineMs: number): Promise<void> {
    asked = true;
    waiting.abort();
    await current?.stop(deadlineMs);
  }

  return {
    name: what.name,
    get state() {
      return state;
    },
    get pid() {
      return current?.pid;
    },
    get restarts() {
      return Math.max(0, starts - 1);
    },
    firstReady: firstReady.promise,
    start() {
      if (wanted) return;
      wanted = true;
      crashes = 0;
      loop = (loop ?? Promise.resolve()).then(keepRunning);
    },
    async stop(deadlineMs = 10_000) {
      wanted = false;
      await end(deadlineMs);
      await loop;
    },
    async restart({ prepare = false } = {}) {
      if (prepare) prepared = false;
      crashes = 0;
      await end(3_000);
    },
    kill() {
      current?.kill();
    },
  };
}

function describe(error: unknown): { message: string; broken: boolean } {
  const message = error instanceof Error ? error.message : String(error);
  return { message, broken: error instanceof BrokenConfiguration };
}
