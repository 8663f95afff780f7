import type { Controlled } from './controlled.ts';
import type { Part } from './part.ts';
import type { Ports } from './ports.ts';
import type { Backings } from './start-backings.ts';
import type { Supervised } from './supervise.ts';

/** Everything the status page shows: our backing services, then the parts in the order of the table. */
export function listControlled(
  ports: Ports,
  parts: readonly Part[],
  supervised: ReadonlyMap<string, Supervised>,
  backings: Backings | undefined,
): Controlled[] {
  const ofBackings = [...(backings?.supervised ?? [])].map(([name, one]) =>
    control(one, 'backing', ports[name]),
  );
  const ofParts = parts.flatMap((part) => {
    const one = supervised.get(part.name);
    return one ? [control(one, 'part', ports[part.port])] : [];
  });
  return [...ofBackings, ...ofParts];
}

function control(one: Supervised, kind: Controlled['kind'], port: number): Controlled {
  const { name, state, pid, restarts } = one;
  return { name, kind, port, state, pid, restarts, start: one.start, stop: () => one.stop(), kill: one.kill };
}
