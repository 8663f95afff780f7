import type { BackingName } from '@quayside/backing-services';

import type { HostArguments } from './arguments.ts';
import type { WantedPort } from './check-ports.ts';
import { backingsOf } from './choose-parts.ts';
import type { Part } from './part.ts';
import { portsAt } from './ports.ts';

/** The ports that the host and what it starts listen on. */
export function portsToOpen(
  parts: readonly Part[],
  { portOffset, compose }: Pick<HostArguments, 'portOffset' | 'compose'>,
  external: Partial<Record<BackingName, string>>,
): WantedPort[] {
  const ports = portsAt(portOffset);
  const ofParts = parts.flatMap((part) =>
    [part.port, ...(part.otherPorts ?? [])].map((port) => ({ name: part.name, port: ports[port] })),
  );
  const needed = compose ? [] : backingsOf(parts);
  const ofBackings = needed.filter((name) => !external[name]).map((name) => ({ name, port: ports[name] }));
  return [{ name: 'host', port: ports.host }, ...ofParts, ...ofBackings];
}
