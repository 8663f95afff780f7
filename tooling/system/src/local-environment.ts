import { commandOf, migrationOf } from './commands.ts';
import type { Process } from './process.ts';
import { reads } from './reads.ts';
import { wiring, type Here } from './wiring.ts';

/** What a process and its migration are told on a developer's machine: of all that they read, what the system fills in. */
export const localEnvironment = (process: Process, here: Here): Record<string, string> => {
  const names = [process.name, migrationOf(process)?.name ?? []].flat();
  const isRead = (variable: string) => names.some((name) => reads[name]?.includes(variable));
  const command = commandOf(process);
  return Object.fromEntries(
    Object.entries(wiring).flatMap(([variable, { here: valueOf }]) =>
      valueOf && isRead(variable) ? [[variable, valueOf(here, command)]] : [],
    ),
  );
};
