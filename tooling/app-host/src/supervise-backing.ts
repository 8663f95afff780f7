import { startBacking } from '@quayside/backing-services';
import type { BackingExit, BackingName, BackingOptions, RunningBacking } from '@quayside/backing-services';

import type { ProcessLog } from './log-stream.ts';
import { killGroup } from './kill-group.ts';
import { supervise } from './supervise.ts';
import type { RunningProcess, Supervised } from './supervise.ts';

export interface SupervisedBacking {
  name: BackingName;
  url: string;
  /** Undefined when somebody else runs it. */
  supervised: Supervised | undefined;
}

interface BackingProcess extends RunningProcess {
  service: RunningBacking;
}

/**
 * Starts one backing service and keeps it running from then on. Only later starts are repeated with backoff: when
 * the first one fails, something has to be mended.
 */
export async function superviseBacking(
  name: BackingName,
  options: BackingOptions,
  log: ProcessLog,
): Promise<SupervisedBacking> {
  let first: BackingProcess | undefined = await launchBacking(name, options, log);
  const { url, external } = first.service;
  if (external) return { name, url, supervised: undefined };
  const supervised = supervise(
    {
      name,
      async load() {
        const process = first ?? (await launchBacking(name, options, log));
        first = undefined;
        return { ...process, begin: () => {} };
      },
      isReady: async () => true, // healthy before it is handed over
    },
    { info: () => {}, error: (message) => log.error(message) },
  );
  supervised.start();
  await supervised.firstReady;
  return { name, url, supervised };
}

async function launchBacking(
  name: BackingName,
  options: BackingOptions,
  log: ProcessLog,
): Promise<BackingProcess> {
  const exited = Promise.withResolvers<Pick<BackingExit, 'code' | 'signal'>>();
  const backing = await startBacking({
    ...options,
    only: [name],
    onProgress: ({ message }) => log.info(message),
    onExit(exit) {
      for (const line of exit.logTail.split('\n')) log.line(line);
      exited.resolve(exit);
    },
  });
  const service = backing.services[name] as RunningBacking;
  const pid = service.pid ?? 0;
  const kill = () => killGroup(pid);
  return {
    service,
    pid,
    exited: exited.promise,
    async stop(deadlineMs) {
      const deadline = setTimeout(kill, deadlineMs);
      await backing.stop();
      clearTimeout(deadline);
      exited.resolve({ code: 0, signal: null });
    },
    kill,
  };
}
