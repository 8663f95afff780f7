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

/** A process that has what it needs to run, and waits for the word. */
export interface LoadedProcess extends RunningProcess {
  begin(): void;
}

/** What is supervised: how to load it, prepare it and see that it is ready. */
export interface Supervisable {
  name: string;
  /** Brings a process up to where it would begin, beside one that still runs. */
  load(signal: AbortSignal): Promise<LoadedProcess>;
  /** Before it begins, e.g. migrations. Repeated only after a failure or when a restart asks for it. */
  prepare?(signal: AbortSignal): Promise<void>;
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
  /**
   * After a change of its source: loads a successor, and only when that could be done and prepared stops the process
   * and lets the successor begin. What cannot be loaded is reported, and the process runs on.
   */
  restart(options?: { prepare?: boolean }): Promise<void>;
  /** SIGKILL; the supervisor then treats it as the crash it is. */
  kill(): void;
  /** Resolves when it is ready for the first time. */
  readonly firstReady: Promise<void>;
}

/** Thrown by `load` and `prepare` when only a change of the source or the configuration can help. */
export class NeedsChange extends Error {}

export interface SupervisorLog {
  info(message: string): void;
  error(message: string): void;
}

/** EX_CONFIG of sysexits.h: starting again cannot help until somebody changes something. */
export const brokenConfigurationCode = 78;
const readyPollMs = 50;

/**
 * Keeps one process running: loads, prepares and starts it, waits until it is ready, and starts it again with backoff
 * when it ends although nobody asked. What only a change can mend is reported once and waits for a restart.
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
  let successor: LoadedProcess | undefined;
  let waiting = new AbortController(); // aborted when somebody asks for something else
  let replacing = new AbortController(); // aborted by the next change, and by a stop
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
    if (successor) await discard(successor);
    successor = undefined;
    state = 'stopped';
  }

  /** One life of the process. */
  async function runOnce(): Promise<{ message: string; broken: boolean }> {
    const process = successor ?? (await loadFirst());
    successor = undefined;
    if (!wanted || asked) {
      await discard(process);
      return { message: 'stopped', broken: false };
    }
    state = 'starting';
    const launchedAt = performance.now();
    current = process;
    starts += 1;
    process.begin();
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

  async function loadFirst(): Promise<LoadedProcess> {
    state = what.prepare && !prepared ? 'preparing' : 'starting';
    return loadPrepared(waiting.signal);
  }

  async function loadPrepared(signal: AbortSignal): Promise<LoadedProcess> {
    const process = await what.load(signal);
    try {
      if (what.prepare && !prepared && !signal.aborted) {
        await what.prepare(signal);
        prepared = !signal.aborted;
      }
      return process;
    } catch (error) {
      await discard(process);
      throw error;
    }
  }

  /** A process to follow the one that runs; undefined when there is none to be had, or none is wanted any more. */
  async function loadSuccessor(signal: AbortSignal): Promise<LoadedProcess | undefined> {
    try {
      const next = await loadPrepared(signal);
      if (!signal.aborted) return next;
      await discard(next);
    } catch (error) {
      if (!signal.aborted) log.error(`${describe(error).message}; what ran before this change runs on`);
    }
    return undefined;
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
      replacing.abort();
      await end(deadlineMs);
      await loop;
    },
    async restart({ prepare = false } = {}) {
      if (prepare) prepared = false;
      crashes = 0;
      replacing.abort();
      const { signal } = (replacing = new AbortController());
      if (current) {
        const next = await loadSuccessor(signal);
        if (!next) return;
        successor = next;
      }
      await end(3_000);
    },
    kill() {
      current?.kill();
    },
  };
}

/** One that has not begun holds nothing that would have to be closed in order. */
async function discard(process: LoadedProcess): Promise<void> {
  process.kill();
  await process.exited;
}

function describe(error: unknown): { message: string; broken: boolean } {
  const message = error instanceof Error ? error.message : String(error);
  return { message, broken: error instanceof NeedsChange };
}
