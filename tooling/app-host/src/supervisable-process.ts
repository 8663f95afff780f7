import { join } from 'node:path';

import { spawnGuarded } from '@quayside/backing-services';
import { inspectorPortOf } from '@quayside/system';

import { killGroup } from './kill-group.ts';
import type { ProcessLog } from './log-stream.ts';
import type { HostedProcess, ProcessContext } from './hosted-process.ts';
import { processEnvironment } from './process-environment.ts';
import { BrokenConfiguration, brokenConfigurationCode } from './supervise.ts';
import type { RunningProcess, Supervisable } from './supervise.ts';

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

  async function spawnNode(args: readonly string[]): Promise<RunningProcess> {
    const child = await spawnGuarded({ command: process.execPath, args, cwd, env, stopSignal: 'SIGTERM' });
    log.follow(child.stdout);
    log.follow(child.stderr);
    return { pid: child.pid, exited: child.exited, stop: child.stop, kill: () => killGroup(child.pid) };
  }

  async function migrate(signal: AbortSignal): Promise<void> {
    log.info('migrating its database');
    const migration = await spawnNode(nodeArguments(context.mode, 'migrate'));
    signal.addEventListener('abort', () => void migration.stop(5_000));
    const { code } = await migration.exited;
    if (code === brokenConfigurationCode)
      throw new BrokenConfiguration('its configuration is broken, see above');
    if (code !== 0) throw new Error(`its migrations failed (exit code ${code})`);
  }

  return {
    name: hosted.name,
    ...(hosted.database ? { prepare: migrate } : {}),
    launch: () =>
      spawnNode(
        hosted.entry
          ? [...inspector(hosted, context), ...nodeArguments(context.mode, hosted.entry)]
          : (hosted.nodeArguments?.(context) ?? []),
      ),
    isReady: () => answersOk(`http://127.0.0.1:${context.ports[hosted.ready.port]}${hosted.ready.path}`),
  };
}

function inspector({ port }: HostedProcess, { inspect, ports }: ProcessContext): string[] {
  return inspect ? [`--inspect=127.0.0.1:${inspectorPortOf({ port: ports[port] })}`] : [];
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
