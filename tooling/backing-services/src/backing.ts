import type { KafkaSecured } from './kafka-secured.ts';

/** The four backing services Quayside runs on. */
export type BackingName = 'postgres' | 'redis' | 'mongodb' | 'kafka';

export const backingNames: readonly BackingName[] = ['postgres', 'redis', 'mongodb', 'kafka'];

/** How people know them, for messages. */
export const backingTitles: Record<BackingName, string> = {
  postgres: 'PostgreSQL',
  redis: 'Redis',
  mongodb: 'MongoDB',
  kafka: 'Kafka',
};

/** Where to reach each service; a service that was left out by `only` has an empty string. */
export interface BackingUrls {
  postgres: string;
  redis: string;
  mongodb: string;
  /** `host:port[,host:port]` */
  kafka: string;
  smtp?: string;
}

/** One running backing service. */
export interface RunningBacking {
  readonly name: BackingName;
  readonly url: string;
  /** Process id of the service itself; undefined for an external one and while it is down. */
  readonly pid: number | undefined;
  readonly external: boolean;
  /** Graceful with a deadline, then SIGKILL. Does nothing for an external service. */
  stop(): Promise<void>;
  /** Starts it again on the same data and port, after `stop()` or a crash; a running one is stopped first. */
  restart(): Promise<void>;
}

/** What `startBacking` hands out. */
export interface Backing {
  readonly urls: BackingUrls;
  readonly services: Partial<Record<BackingName, RunningBacking>>;
  stop(): Promise<void>;
}

export interface BackingProgress {
  name: BackingName;
  message: string;
}

export interface BackingExit {
  name: BackingName;
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Last lines of the service's own log. */
  logTail: string;
}

export interface BackingOptions {
  /** Each service keeps its data in a folder of its own below this one. */
  dataDir: string;
  /** Where fetched programs are kept; safe to share between processes. */
  toolsDir: string;
  /** Default: free ports picked by the operating system. */
  ports?: Partial<Record<BackingName, number>>;
  only?: readonly BackingName[];
  /** Services that already run elsewhere: used as they are, only checked for health. */
  external?: Partial<Record<BackingName, string>>;
  /** Those of them that were started for us a moment ago: waited for longer, and set up like our own. */
  justStarted?: readonly BackingName[];
  onProgress?(progress: BackingProgress): void;
  /** Called when a service ends that nobody stopped. */
  onExit?(exit: BackingExit): void;
  /** For tests: no fsync, and the data folders are deleted at stop. */
  ephemeral?: boolean;
  /** Where Kafka has its clients come to, if not to its own port: something stands between there. */
  kafkaAdvertisedPort?: number;
  /** For tests: Kafka listens by TLS as well, and asks who is there. */
  kafkaSecured?: KafkaSecured;
  /** Gives up: downloads end, what was started is stopped again, and `startBacking` rejects. */
  signal?: AbortSignal;
}
