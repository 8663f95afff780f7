import type { BackingName, BackingUrls } from '@quayside/backing-services';

import type { Mode } from './arguments.ts';
import type { PortName, Ports } from './ports.ts';
import type { Secrets } from './secrets.ts';

/** What the environment of a process is made from. */
export interface ProcessContext {
  mode: Mode;
  ports: Ports;
  /** Whether processes of ours listen for a debugger. */
  inspect: boolean;
  urls: BackingUrls;
  smtpUrl: string;
  /** Folder of what processes keep in files. */
  dataFolder: string;
  /** The one origin browsers speak to. */
  publicOrigin: string;
  secrets: Secrets;
  /** Folder where Node keeps compiled code: starts take half the time, and 20 MB less for each process. */
  compileCache: string;
  /** PostgreSQL URL of one service's own database. */
  databaseUrl(database: string): string;
  /** MongoDB URL of one service's own database. */
  mongodbUrl(database: string): string;
  /** `http://127.0.0.1:<port>` of another process. */
  urlOf(process: PortName): string;
}

/** One process of the system as it is run here; `processes.ts` makes it from the list. */
export interface HostedProcess {
  name: string;
  /** Folder below the root of the repository. */
  cwd: string;
  /** Entry below `src/main`, without its ending: run from source in dev, from its bundle in start. */
  entry?: string;
  /** For what is not one of our Node entries: the arguments of `node`. */
  nodeArguments?(context: ProcessContext): string[];
  /** False for what is another's program: it opens no debugger. */
  isOurs: boolean;
  /** Looks after changes of its own source itself. */
  reloadsItself?: boolean;
  port: PortName;
  /** Other ports it listens on. */
  otherPorts?: readonly PortName[];
  /** Where it answers 200 when it can serve. */
  ready: { port: PortName; path: string };
  /** Backing services that must be up first. */
  needs: readonly BackingName[];
  /** Its PostgreSQL database, with migrations in `src/main/migrate.ts`. */
  database?: string;
  /**
   * Processes it calls: it stops before them. It does not wait for them at the start, as every process becomes ready by
   * itself when what it needs is there.
   */
  after: readonly string[];
  /** `NODE_OPTIONS` of its pod; for `HEAPS_OF_PODS`. */
  podOptions?: string;
  /** Wiring: wins over the environment the host was started with. */
  environment(context: ProcessContext): Record<string, string>;
}
