import type { BackingName } from '@quayside/backing-services';
import { inspectorPortOf } from '@quayside/system';

import type { HostArguments } from './arguments.ts';
import type { WantedPort } from './check-ports.ts';
import { backingsOf } from './choose-processes.ts';
import type { HostedProcess } from './hosted-process.ts';
import { portsAt } from './ports.ts';

/** The ports that the host and what it starts listen on. */
export function portsToOpen(
  processes: readonly HostedProcess[],
  { portOffset, compose, inspect }: Pick<HostArguments, 'portOffset' | 'compose' | 'inspect'>,
  external: Partial<Record<BackingName, string>>,
): WantedPort[] {
  const ports = portsAt(portOffset);
  const ofProcesses = processes.flatMap((hosted) =>
    [hosted.port, ...(hosted.otherPorts ?? [])].map((port) => ({ name: hosted.name, port: ports[port] })),
  );
  const ofInspectors = processes
    .filter(({ isOurs }) => inspect && isOurs)
    .map(({ name, port }) => ({
      name: `the debugger of ${name}`,
      port: inspectorPortOf({ port: ports[port] }),
    }));
  const needed = compose ? [] : backingsOf(processes);
  const ofBackings = needed.filter((name) => !external[name]).map((name) => ({ name, port: ports[name] }));
  return [{ name: 'host', port: ports.host }, ...ofProcesses, ...ofInspectors, ...ofBackings];
}
