import type { Logger } from '@quayside/runtime';
import type { Inbox } from './inbox/inbox.ts';
import type { Publisher } from './kafka/publisher.ts';
import type { Relay } from './outbox/relay.ts';
import type { IsAway } from './transient-error.ts';

/** A service's store, opened: whether or not it is in reach. */
export interface OpenStore<Access, Tx> {
  /** As `/readyz` and the log call it. */
  readonly name: string;
  /** What the service builds upon, such as `{ pool }`. */
  readonly access: Access;
  /** Tells what the store throws while it is out of reach. */
  readonly isAway: IsAway;
  /** Rejects while the store is out of reach, or not yet as the code needs it. */
  check(): Promise<void>;
  /** Rejects until events may be read and work may begin; tried again until it resolves. */
  prepare(): Promise<void>;
  /** How many events wait to be published, and since when the oldest does. */
  outboxBacklog?(): Promise<{ waiting: number; oldestAt?: Date }>;
  /** Moves the store's events to Kafka. */
  readonly relay: Relay;
  /** Records events in the transaction of their effect; without one, handlers bear repeats by themselves. */
  readonly inbox?: Inbox<Tx>;
  close(): Promise<void>;
}

/**
 * A kind of store that a service can stand on: how to connect, whether it is there, and how its events come and go.
 * `open` connects in the background and returns at once.
 */
export interface ServiceStore<Config, Access, Tx> {
  open(context: {
    config: Config;
    /** How the store's server gets to know the process. */
    name: string;
    publisher: Pick<Publisher, 'publish'>;
    logger: Logger;
  }): OpenStore<Access, Tx>;
}
