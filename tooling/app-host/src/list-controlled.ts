import type { Controlled } from './controlled.ts';
import type { HostedProcess } from './hosted-process.ts';
import type { Ports } from './ports.ts';
import type { Backings } from './start-backings.ts';
import type { Supervised } from './supervise.ts';

/** Everything the status page shows: our backing services, then the processes in the order of the table. */
export function listControlled(
  ports: Ports,
  processes: readonly HostedProcess[],
  supervised: ReadonlyMap<string, Supervised>,
  backings: Backings | undefined,
): Controlled[] {
  const ofBackings = [...(backings?.supervised ?? [])].map(([name, one]) =>
    control(one, 'backing', ports[name]),
  );
  const ofProcesses = processes.flatMap((hosted) => {
    const one = supervised.get(hosted.name);
    return one ? [control(one, 'process', ports[hosted.port])] : [];
  });
  return [...ofBackings, ...ofProcesses];
}

function control(one: Supervised, kind: Controlled['kind'], port: number): Controlled {
  const { name, state, pid, restarts } = one;
  return { name, kind, port, state, pid, restarts, start: one.start, stop: () => one.stop(), kill: one.kill };
}
