import type { LogStream } from './log-stream.ts';
import type { HostedProcess } from './hosted-process.ts';
import type { Supervised } from './supervise.ts';
import { watchSources } from './watch-sources.ts';

/** Files that may change what a migration does. */
const belongsToMigrations = /migrat|seed|demo|\.sql$/;

/** Reloads the processes that a changed file belongs to. Resolves to a function that ends it. */
export function reloadOnChange(
  root: string,
  processes: readonly HostedProcess[],
  supervised: ReadonlyMap<string, Supervised>,
  logs: LogStream,
): Promise<() => void> {
  const ours = processes.filter((hosted) => !hosted.reloadsItself);
  return watchSources(root, ours, (change) => {
    const prepare = change.files.some((file) => belongsToMigrations.test(file));
    const what = change.files.length === 1 ? change.files[0] : `${change.files.length} files`;
    for (const name of change.processes) {
      logs.of(name).info(`${what} changed, reloading`);
      void supervised.get(name)?.restart({ prepare });
    }
  });
}
