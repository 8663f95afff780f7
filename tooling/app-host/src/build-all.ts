import { join } from 'node:path';

import { spawnGuarded } from '@quayside/backing-services';

import { HostError } from './host-error.ts';
import type { ProcessLog } from './log-stream.ts';

/** Builds every package that has something to build; what did not change comes from turbo's cache. */
export async function buildAll(
  root: string,
  inherited: NodeJS.ProcessEnv,
  log: ProcessLog,
  signal: AbortSignal,
): Promise<void> {
  log.info('building; the first time takes a minute');
  const build = await spawnGuarded({
    command: join(root, 'node_modules', '.bin', 'turbo'),
    args: ['run', 'build', '--output-logs=new-only'],
    cwd: root,
    env: {
      ...inherited,
      NODE_ENV: 'production',
      TURBO_TELEMETRY_DISABLED: '1',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stopSignal: 'SIGTERM',
  });
  log.follow(build.stdout);
  log.follow(build.stderr);
  const stop = () => void build.stop(3_000);
  signal.addEventListener('abort', stop);
  const { code } = await build.exited;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (code !== 0) throw new HostError('The build failed, see above');
}
