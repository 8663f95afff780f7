import { join } from 'node:path';

import { spawnGuarded } from '@quayside/backing-services';
import type { GuardedProcess } from '@quayside/backing-services';
import { inspectorPortOf } from '@quayside/system';

import { describeFault } from './describe-fault.ts';
import { holdOutput } from './held-output.ts';
import { killGroup } from './kill-group.ts';
import type { ProcessLog } from './log-stream.ts';
import type { HostedProcess, ProcessContext } from './hosted-process.ts';
import { processEnvironment } from './process-environment.ts';
import { NeedsChange, brokenConfigurationCode } from './supervise.ts';
import type { LoadedProcess, Supervisable } from './supervise.ts';

interface ProcessRun {
  root: string;
  context: ProcessContext;
  inherited: NodeJS.ProcessEnv;
  log: ProcessLog;
}

/** How a process of the table is run by the supervisor: migrations, process, readiness. */
export function supervisableProcess(
  hosted: HostedProcess,
  { root, context, inherited, log }: ProcessRun,
): Supervisable {
  const cwd = join(root, hosted.cwd);
  const env = processEnvironment(hosted, context, inherited);

  const describe = (lines: readonly string[]) => describeFault(lines, { root, cwd: hosted.cwd });

  const spawnNode = (args: readonly string[], channel = false): Promise<GuardedProcess> =>
    spawnGuarded({ command: process.execPath, args, cwd, env, stopSignal: 'SIGTERM', channel });

  const inspector = (option: string): string[] =>
    context.inspect ? [`${option}=127.0.0.1:${inspectorPortOf({ port: context.ports[hosted.port] })}`] : [];

  async function migrate(signal: AbortSignal): Promise<void> {
    log.info('migrating its database');
    const migration = await spawnNode(nodeArguments(context.mode, 'migrate'));
    const output = holdOutput(migration, log);
    const stop = () => void migration.stop(5_000);
    signal.addEventListener('abort', stop);
    const { code } = await migration.exited;
    signal.removeEventListener('abort', stop);
    if (code === 0) return output.release();
    const message = `its migrations failed: ${describe(await output.whole())}`;
    throw code === brokenConfigurationCode ? new NeedsChange(message) : new Error(message);
  }

  /** Our own source: loaded beside the process it will replace, and told when that has stopped. */
  async function loadEntry(entry: string, signal: AbortSignal): Promise<LoadedProcess> {
    const args = [...inspector('--inspect-port'), ...nodeArguments(context.mode, entry), '--take-over'];
    const child = await spawnNode(args, true);
    const output = holdOutput(child, log);
    const stop = () => void child.stop(1_000);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const ended = await Promise.race([child.firstMessage.then(() => undefined), child.exited]);
    signal.removeEventListener('abort', stop);
    if (!ended) output.release();
    else if (!signal.aborted) throw new NeedsChange(describe(await output.whole()));
    return running(child, () => {
      child.send('begin');
      // Opens the debugger, whose port was that of the process before until now.
      if (context.inspect) openDebugger(child.pid);
    });
  }

  async function loadOther(args: readonly string[]): Promise<LoadedProcess> {
    const child = await spawnNode(args);
    log.follow(child.stdout);
    log.follow(child.stderr);
    return running(child, () => {});
  }

  const { name, entry } = hosted;
  return {
    name,
    ...(hosted.database ? { prepare: migrate } : {}),
    load: (signal) => {
      if (entry === undefined) return loadOther(hosted.nodeArguments?.(context) ?? []);
      if (context.mode === 'dev') return loadEntry(entry, signal);
      return loadOther([...inspector('--inspect'), ...nodeArguments(context.mode, entry)]);
    },
    isReady: () => answersOk(`http://127.0.0.1:${context.ports[hosted.ready.port]}${hosted.ready.path}`),
  };
}

function running({ pid, exited, stop }: GuardedProcess, begin: () => void): LoadedProcess {
  return { pid, exited, stop, kill: () => killGroup(pid), begin };
}

function openDebugger(pid: number): void {
  try {
    process.kill(pid, 'SIGUSR1');
  } catch {
    // already gone
  }
}

function nodeArguments(mode: ProcessContext['mode'], entry: string): string[] {
  // Without source maps: types are stripped in place, and bundles keep their names; maps would cost 30 MB each.
  return [mode === 'dev' ? join('src', 'main', `${entry}.ts`) : join('dist', `${entry}.js`)];
}

async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
