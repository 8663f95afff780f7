import { type BackingName, backingNames } from '@quayside/backing-services';
import {
  localEnvironment,
  migrationOf,
  nodeOptionsOf,
  ownerOf,
  processes as all,
  reachedBy,
} from '@quayside/system';
import type { Here, PortName, Process } from '@quayside/system';

import { commandFor } from './commands.ts';
import type { HostedProcess, ProcessContext } from './hosted-process.ts';

/** Who calls stops before those whom it calls: browsers come in by the pages and the edge. */
const layers: readonly Process['kind'][][] = [['pages'], ['edge'], ['service', 'worker'], ['stand-in']];

const layerOf = ({ kind }: Process): number => layers.findIndex((layer) => layer.includes(kind));

const hereOf = ({ ports, urls, publicOrigin, smtpUrl, ...context }: ProcessContext): Here => ({
  publicOrigin,
  smtpUrl,
  kafka: urls.kafka,
  storeUrl: (store, database) =>
    ({
      postgres: () => context.databaseUrl(database),
      mongodb: () => context.mongodbUrl(database),
      redis: () => urls.redis,
    })[store](),
  portOf: (name) => ports[name],
  urlOf: context.urlOf,
  secret: (variable) => context.secrets[variable] ?? '',
});

/** How a process of the list is run on this machine. */
const hosted = (process: Process): HostedProcess => {
  const { name, folder, entry, ready } = process;
  const migration = migrationOf(process);
  return {
    name,
    cwd: folder,
    ...(entry ? { entry } : { nodeArguments: commandFor(process), reloadsItself: true }),
    isOurs: process.image !== undefined,
    port: name as PortName,
    otherPorts: Object.keys(process.otherPorts) as PortName[],
    ready: ready as HostedProcess['ready'],
    needs: reachedBy(process).filter((what): what is BackingName =>
      backingNames.includes(what as BackingName),
    ),
    ...(migration && { database: ownerOf(process) }),
    after: (all as readonly Process[])
      .filter((other) => layerOf(other) > layerOf(process))
      .map((other) => other.name),
    podOptions: nodeOptionsOf(process.resources),
    environment: (context) => localEnvironment(process, hereOf(context)),
  };
};

/** Every process of the system in the order of its start. */
export const processes: readonly HostedProcess[] = all.map(hosted);

/** Folders of pages, which their own development server compiles. */
export const pageFolders: readonly string[] = all
  .filter(({ kind }) => kind === 'pages')
  .map(({ folder }) => folder);
