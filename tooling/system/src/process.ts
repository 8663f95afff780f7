/**
 * `pages` are drawn for the browser, the `edge` is the one origin it speaks to, a `service` has an API behind it, a
 * `worker` has none; a `stand-in` takes the place of another company's system while developing and in the demo.
 */
export type Kind = 'pages' | 'edge' | 'service' | 'worker' | 'stand-in';

/** Databases of which each service has one of its own. */
export type Store = 'postgres' | 'mongodb' | 'redis';

/** What a pod asks for, and the most it gets; memory and the heap of Node.js in MiB. */
export interface Resources {
  cpu: string;
  memory: number;
  memoryLimit: number;
  heap: number;
  /** Of the heap for what is young, of which there are three; Node.js takes as much as suits it without. */
  semiSpace?: number;
}

/** How Node.js is told of the heap that a pod has room for. */
export const nodeOptionsOf = ({ heap, semiSpace }: Resources): string =>
  [
    `--max-old-space-size=${heap}`,
    ...(semiSpace === undefined ? [] : [`--max-semi-space-size=${semiSpace}`]),
  ].join(' ');

/** One process of the system. `service()` and its like in `define.ts` fill in what is usual for its kind. */
export interface Process<Name extends string = string, Port extends string = string> {
  name: Name;
  kind: Kind;
  /** Its package, as a folder below the root of the repository. */
  folder: string;
  /** Name of its image, which the processes of one package share; undefined for what is not ours. */
  image: string | undefined;
  /** What the image is, in a few words. */
  about: string;
  /** `src/main/<entry>.ts`; undefined for what is started by a command of its own. */
  entry: string | undefined;
  /** The name by which others know its API: `ordering` is reached at `ORDERING_URL`. */
  api: string;
  port: number;
  /** Ports beside that one, by names that are unique in the system. */
  otherPorts: Readonly<Record<Port, number>>;
  /** Where it answers 200 when it can serve. */
  ready: { port: Name | Port; path: string };
  /** The database that is its own, under the name of its package. A PostgreSQL one is migrated before the process starts. */
  store: Store | undefined;
  /** Entries that somebody runs by hand. */
  jobs: readonly string[];
  /** Whether whoever reaches the cluster may ask it. */
  isPublic: boolean;
  /** Folders below its own that it reads at run time. */
  assets: readonly string[];
  /** npm packages with native code, which no bundle can hold. */
  natives: readonly string[];
  /** The one folder it writes to, in its image, and how large that may become. */
  cache: { path: string; size: string } | undefined;
  resources: Resources;
  /** How many pods production has at most. */
  maxReplicas: number;
  /** Variables that its platform reads, beside its own configuration. */
  environment: Readonly<Record<string, string>>;
}
