import { parseArgs } from 'node:util';

import { HostError } from './host-error.ts';
import { farthestDetour, highestOffset, portsAt, refusedByBrowsers } from './ports.ts';

export type Mode = 'dev' | 'start';

export interface HostArguments {
  mode: Mode;
  /** Start only these processes; empty: all. */
  only: string[];
  /** Show the log of these processes alone; empty: all. */
  filter: string[];
  compose: boolean;
  /** Whether each service opens a port for a debugger. */
  inspect: boolean;
  reset: boolean;
  portOffset: number;
  /** How far above its own port each dependency is called, at something that stands between; 0: at its own. */
  detour: number;
  /** Folder of the data, relative to the checkout or absolute. */
  home: string;
  help: boolean;
}

export const usage = `Usage: pnpm dev [options]     runs everything from source, with hot reload
       pnpm start [options]   builds, then runs the same in production mode

  --only <processes>   start only these processes (comma between names) and the backing services they need
  --filter <processes> show only the log of these processes
  --compose            run the backing services from compose.yaml instead of native processes
  --inspect            open a debugger port for each process of ours: its own port + 1000
  --reset              delete all data first
  --port-offset <n>    add n to every port, so that two checkouts run side by side
  --detour <n>         have services, Redis and Kafka called at their port + n, where something stands between
  --home <folder>      keep data there instead of in .quayside, for a second system beside the first
  --help               this text

A name may be the beginning of one: "ordering" means ordering-api and ordering-worker.
`;

/**
 * Reads the command line.
 *
 * @param names every process there is, to refuse a misspelt one
 * @throws HostError naming the argument that is wrong
 */
export function parseArguments(argv: readonly string[], names: readonly string[]): HostArguments {
  const { values, positionals } = parse(argv);
  const [mode, ...more] = positionals;
  if ((mode !== 'dev' && mode !== 'start') || more.length > 0) {
    throw new HostError(`Expected "dev" or "start", not "${positionals.join(' ')}"`);
  }
  return {
    mode,
    only: expandNames('--only', values.only, names),
    filter: expandNames('--filter', values.filter, names),
    compose: values.compose,
    inspect: values.inspect,
    reset: values.reset,
    portOffset: parseOffset(values['port-offset']),
    detour: parseDetour(values.detour),
    home: values.home,
    help: values.help,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: argv.filter((argument) => argument !== '--'), // some package managers pass the separator on
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        filter: { type: 'string', multiple: true, default: [] },
        compose: { type: 'boolean', default: false },
        inspect: { type: 'boolean', default: false },
        reset: { type: 'boolean', default: false },
        'port-offset': { type: 'string', default: '0' },
        detour: { type: 'string', default: '0' },
        home: { type: 'string', default: '.quayside' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new HostError(`${(error as Error).message.split(/[.\n]/)[0]}. See --help`, { cause: error });
  }
}

function parseOffset(text: string): number {
  const offset = Number(text);
  if (!/^\d+$/.test(text) || offset > highestOffset) {
    throw new HostError(`--port-offset must be a whole number from 0 to ${highestOffset}, not "${text}"`);
  }
  const refused = Object.entries(portsAt(offset)).find(([, port]) => refusedByBrowsers.has(port));
  if (refused) {
    const [name, port] = refused;
    throw new HostError(`--port-offset ${text} puts ${name} on ${port}, which browsers refuse: take another`);
  }
  return offset;
}

function parseDetour(text: string): number {
  const detour = Number(text);
  if (/^\d+$/.test(text) && detour <= farthestDetour) return detour;
  throw new HostError(`--detour must be a whole number from 0 to ${farthestDetour}, not "${text}"`);
}

function expandNames(option: string, given: string[], names: readonly string[]): string[] {
  const wanted = given.flatMap((list) => list.split(',')).filter((name) => name !== '');
  return wanted.flatMap((name) => {
    const found = matchNames(name, names);
    if (found.length > 0) return found;
    throw new HostError(`${option}: there is no process "${name}"; there are ${names.join(', ')}`);
  });
}

/** The processes a name means: itself, or all whose name goes on with a dash. */
export function matchNames(name: string, names: readonly string[]): string[] {
  return names.filter((candidate) => candidate === name || candidate.startsWith(`${name}-`));
}
