import type { BackingName } from './backing.ts';
import type { KafkaSecured } from './kafka-secured.ts';
import type { GuardedSpawn } from './guarded-process.ts';

/** What a recipe needs to know about this run. */
export interface RecipeContext {
  /** Folder of this service alone; exists. */
  dir: string;
  toolsDir: string;
  ephemeral: boolean;
  kafkaSecured?: KafkaSecured | undefined;
  kafkaAdvertisedPort?: number | undefined;
  signal?: AbortSignal | undefined;
  progress(message: string): void;
}

/** How one backing service is fetched, prepared, started and asked for its health. */
export interface Recipe {
  readonly name: BackingName;
  /** What else a person can do to have this service, as words that begin with a verb. */
  readonly instead: string;
  /** What to install, or set, when it cannot run here; undefined when all is there. */
  findMissing(toolsDir: string): Promise<{ missing: string; mend: string } | undefined>;
  /** Fetches the program and prepares the data folder, then says what to run. Runs before every start. */
  prepare(
    context: RecipeContext,
    port: number,
  ): Promise<Pick<GuardedSpawn, 'command' | 'args' | 'env' | 'stopSignal' | 'uid' | 'gid'>>;
  /** Who made data that this program cannot read, where its log says so. */
  explainData(log: string): string | undefined;
  /** After the process is up: what is needed once before clients may come. Retried until it resolves. */
  makeReady?(port: number): Promise<void>;
  url(port: number): string;
  /** Resolves when the service answers a client, rejects otherwise. One attempt, under two seconds. */
  check(url: string): Promise<void>;
}
