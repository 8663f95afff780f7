import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

export interface GuardedProcess {
  readonly pid: number;
  /** What it writes, where no log file was given. */
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** The first message it sends over the channel; never resolves without one. */
  readonly firstMessage: Promise<unknown>;
  /** Sends a message over the channel, if there is one and the process still listens. */
  send(message: string): void;
  /** Sends the stop signal, and SIGKILL to the whole group after the deadline. Resolves when all are gone. */
  stop(deadlineMs?: number): Promise<void>;
}

export interface GuardedSpawn {
  command: string;
  args: readonly string[];
  cwd: string;
  /** Receives stdout and stderr, overwritten at each start; without it both are streams. */
  logFile?: string;
  /** The whole environment; that of this process when absent. */
  env?: NodeJS.ProcessEnv;
  /** The signal that asks this program for a graceful end. */
  stopSignal: 'SIGTERM' | 'SIGINT';
  uid?: number;
  gid?: number;
  /** Gives a Node.js process a channel for messages: `process.send` there, `send` and `firstMessage` here. */
  channel?: boolean;
}

// By its path: another account may not be able to enter the folders of our PATH.
const shell = '/bin/sh';

// Waits for the word to go, so that the program never runs before its guard does.
const launcher = 'read -r word <&3 || exit 1; exec 3<&-; exec "$@"';

// Reads until its parent says "done" or dies; in the second case it ends the group it guards.
const guard = `
read -r word && exit 0
kill -s "$2" "$1" || exit 0
i=0; while [ $i -lt 80 ] && kill -0 "$1"; do sleep 0.1; i=$((i+1)); done
kill -s KILL -- "-$1"`;

/**
 * Starts a program in a session of its own, so that Ctrl-C in the terminal reaches only its parent, together with
 * a guard (a small `sh` on a pipe from this process) that ends the program when this process disappears, also by
 * SIGKILL. Neither keeps this process alive.
 */
export async function spawnGuarded(options: GuardedSpawn): Promise<GuardedProcess> {
  const log = options.logFile === undefined ? 'pipe' : openSync(options.logFile, 'w');
  const child = spawn(shell, ['-c', launcher, 'sh', options.command, ...options.args], {
    cwd: options.cwd,
    detached: true,
    stdio: ['ignore', log, log, 'pipe', ...(options.channel ? ['ipc' as const] : [])],
    ...(options.env ? { env: options.env } : {}),
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  });
  if (log !== 'pipe') closeSync(log);
  await started(child);
  const pid = child.pid as number;
  const watcher = spawn(shell, ['-c', guard, 'sh', String(pid), options.stopSignal.slice(3)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await started(watcher);

  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const firstMessage = new Promise<unknown>((resolve) => child.once('message', resolve));
  child.on('error', () => {}); // a message to a process that has just ended
  const watcherGone = new Promise<void>((resolve) => watcher.once('exit', () => resolve()));
  watcher.stdin?.on('error', () => {}); // the guard may have been killed before us
  void exited.then(() => watcher.stdin?.end('done\n'));

  const go = child.stdio[3] as Writable;
  go.on('error', () => {}); // the launcher may have failed; `exited` tells
  go.end('go\n');
  child.unref();
  child.channel?.unref();
  watcher.unref();
  unrefStream(watcher.stdin);
  unrefStream(go);

  return {
    pid,
    stdout: child.stdout,
    stderr: child.stderr,
    exited,
    firstMessage,
    send(message) {
      if (child.connected) child.send(message);
    },
    async stop(deadlineMs = 10_000) {
      child.ref();
      watcher.ref();
      if (child.exitCode === null && child.signalCode === null) {
        signal(pid, options.stopSignal);
        signal(pid, 'SIGCONT');
        const deadline = setTimeout(() => signal(-pid, 'SIGKILL'), deadlineMs);
        await exited;
        clearTimeout(deadline);
      }
      await watcherGone;
    },
  };
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // already gone
  }
}

function unrefStream(stream: Writable | null): void {
  (stream as (Writable & { unref?(): void }) | null)?.unref?.();
}
