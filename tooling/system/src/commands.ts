import type { Process } from './process.ts';
import { processes } from './processes.ts';

/** Something of the system that is run: a process, or a job of a package. */
export interface Command {
  /** `catalog`, `catalog-migrate`. */
  name: string;
  folder: string;
  /** Name of the package and of its database. */
  owner: string;
  entry: string | undefined;
  /** Whether it runs only when somebody says so. */
  isByHand: boolean;
  process: Process;
}

export const ownerOf = ({ folder }: Pick<Process, 'folder'>): string =>
  folder.slice(folder.lastIndexOf('/') + 1);

/** The Job that has to run before a process, if its database has tables. */
export const migrationOf = (process: Process): Command | undefined =>
  process.store === 'postgres' ? jobOf(process, 'migrate') : undefined;

const jobOf = (process: Process, entry: string): Command => {
  const owner = ownerOf(process);
  const isByHand = process.jobs.includes(entry);
  return { name: `${owner}-${entry}`, folder: process.folder, owner, entry, isByHand, process };
};

/** The process itself, as something that is run. */
export const commandOf = (process: Process): Command => ({
  ...process,
  owner: ownerOf(process),
  isByHand: false,
  process,
});

/** Processes of one package share its database, and so its migration. */
export const isFirstOfItsPackage = ({ name, folder }: Process): boolean =>
  (processes.find((process) => process.folder === folder)?.name ?? name) === name;

/** Every process with its jobs behind it, those of somebody else left out. */
export const commands: readonly Command[] = processes
  .filter(({ image }: Process) => image !== undefined)
  .flatMap((process: Process): Command[] => [
    commandOf(process),
    ...(isFirstOfItsPackage(process) ? [migrationOf(process) ?? []].flat() : []),
    ...process.jobs.map((entry) => jobOf(process, entry)),
  ]);
