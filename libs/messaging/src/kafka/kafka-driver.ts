import type { RawMessage } from '../cloud-event.ts';
import type { KafkaRecord } from './kafka-record.ts';

/**
 * What this package needs of a Kafka client, and all that it knows of one. All names are those on the broker, with the
 * prefix. The conformance suite `test/kafka-driver.int.test.ts` says what each has to do.
 */
export interface KafkaDriver {
  admin(): Promise<KafkaAdmin>;
  /** Connected; rejects while no broker answers. */
  producer(): Promise<KafkaProducer>;
  /** Asks for a place in the group; `onJoin` tells when it has one. Rejects while no broker answers. */
  join(options: MembershipOptions): Promise<Membership>;
}

interface NewTopic {
  readonly name: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

export interface KafkaAdmin {
  listTopics(): Promise<string[]>;
  /** One that exists already is left as it is. */
  createTopics(topics: readonly NewTopic[]): Promise<void>;
  /** With all that is in them, and how far groups have read them. Rejects for one that does not exist. */
  deleteTopics(names: readonly string[]): Promise<void>;
  /** Rejects while the broker does not know a topic, or the leader of one of its partitions. */
  checkTopics(names: readonly string[]): Promise<void>;
  /** Forgets the offsets of a group. Rejects while it has members. */
  deleteGroup(group: string): Promise<'deleted' | 'unknown'>;
  /** How many messages of the topics a group has not settled, from where it would begin; and who is in it. */
  lagOf(group: string, topics: readonly string[]): Promise<{ waiting: number; members: number }>;
  close(): Promise<void>;
}

export interface KafkaProducer {
  /**
   * Resolves when all in-sync replicas have the records, compressed by gzip, in their order per partition, each once
   * however often the request was repeated. The partition follows from the key as in Kafka's own client (murmur2), so
   * that all of a key stay in one across clients. One call at a time; after one that failed the producer is not to be
   * used any more.
   *
   * @throws RecordsTooLarge
   */
  send(records: readonly KafkaRecord[]): Promise<void>;
  close(): Promise<void>;
}

/** The broker refuses a request, or one record in it, for its size. */
export class RecordsTooLarge extends Error {
  override readonly name = 'RecordsTooLarge';
}

export interface MembershipOptions {
  readonly group: string;
  readonly topics: readonly string[];
  /** False: offsets are not remembered, every membership begins at the beginning. */
  readonly commits: boolean;
  /** How long a fetch waits at the broker for a message. */
  readonly maxWaitMs: number;
  /**
   * Takes messages of one partition in their order; the next come when its promise has settled, from the first message
   * that is not `settled`. Other partitions go on meanwhile. An answer in milliseconds lets the partition rest so long.
   * An error of `heartbeat` or `settled` is to be passed on.
   */
  onBatch(batch: Batch): Promise<number | undefined>;
  /** Called at each new generation of the group, with this process in it. */
  onJoin(): void;
  /** Called once: this membership has ended and will not mend itself. */
  onEnd(reason: Error, about: { isRoutine: boolean }): void;
}

export interface BatchMessage extends RawMessage {
  readonly offset: string;
}

export interface Batch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly BatchMessage[];
  /** False when the partition is no longer, or not any more, for this process to handle. */
  isCurrent(): boolean;
  /** Tells the group coordinator that this member is alive. */
  heartbeat(): Promise<void>;
  /** The messages up to this offset need not come again; committed within a second, or before the partition moves. */
  settled(offset: string): Promise<void>;
}

export interface Membership {
  /** Waits for batches in work, commits what is settled and leaves the group. */
  leave(): Promise<void>;
}

/** What every membership has in common, whatever the client. */
export const membership = {
  // After kill -9 the partitions of the dead member are free when its session has timed out; 6 s is the least a broker
  // takes by default (group.min.session.timeout.ms).
  sessionTimeoutMs: 6_000,
  rebalanceTimeoutMs: 20_000,
  heartbeatMs: 1000,
  commitMs: 1000,
  maxBytesPerPartition: 512 * 1024,
  maxBytes: 4 * 1024 * 1024,
} as const;

/** How long a connection may take to open, and a request to be answered. */
export const patience = { connectMs: 3000, requestMs: 10_000 } as const;

/** Short, because the publisher, the consumer and the relays have retries of their own that never give up. */
export const retries = { times: 4, firstMs: 100, mostMs: 1000 } as const;
