import type { EventData, EventDefinition, IntegrationEvent } from '@quayside/contracts';
import {
  createKafka,
  createPublisher,
  fromMessage,
  newEvent,
  tailTopics,
  type KafkaClientName,
  type OutgoingEvent,
  type TailedMessage,
} from '@quayside/messaging';
import { silentLogger } from './capture-logs.ts';

export interface EventSpy {
  /** The first event of this type that fits, seen already or yet to come. */
  waitFor<D extends EventDefinition>(
    definition: D,
    predicate?: (event: IntegrationEvent<EventData<D>>) => boolean,
    timeoutMs?: number,
  ): Promise<IntegrationEvent<EventData<D>>>;
  /** What was seen so far, in order of arrival. */
  all<D extends EventDefinition>(definition: D): IntegrationEvent<EventData<D>>[];
  /** The same for messages as they are, such as those of a dead-letter topic. */
  waitForMessage(
    topic: string,
    predicate?: (message: TailedMessage) => boolean,
    timeoutMs?: number,
  ): Promise<TailedMessage>;
  /** Plays a neighbour that publishes an event; resolves when Kafka has it. */
  publish<D extends EventDefinition>(
    definition: D,
    event: { subject: string; data: EventData<D> },
  ): Promise<OutgoingEvent<EventData<D>>>;
  /** Publishes an event as it is, for instance once more. */
  republish(event: OutgoingEvent): Promise<void>;
  /** Puts any message on a topic, such as one that nobody can parse. */
  send(message: {
    topic: string;
    key: string;
    value: string;
    headers: Record<string, string>;
  }): Promise<void>;
  close(): Promise<void>;
}

/** Sees everything on the given topics (names without the prefix) from their beginning. */
export const createEventSpy = async (options: {
  client?: KafkaClientName;
  brokers: string;
  topicPrefix: string;
  topics: readonly string[];
}): Promise<EventSpy> => {
  const kafka = createKafka({ ...options, clientId: 'event-spy', logger: silentLogger });
  const publisher = createPublisher(kafka);
  const seen: TailedMessage[] = [];
  const onArrival = new Set<() => void>();
  await publisher.start();
  const tail = await tailTopics(kafka, {
    topics: options.topics,
    onMessage: (message) => {
      seen.push(message);
      for (const notify of onArrival) notify();
    },
  });

  const firstOf = <T>(find: () => T | undefined, describe: () => string, timeoutMs = 30_000): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const look = (): void => {
      const found = find();
      if (found !== undefined) resolve(found);
    };
    onArrival.add(look);
    const timer = setTimeout(() => reject(new Error(describe())), timeoutMs);
    look();
    return promise.finally(() => {
      clearTimeout(timer);
      onArrival.delete(look);
    });
  };

  const all = <D extends EventDefinition>(definition: D): IntegrationEvent<EventData<D>>[] =>
    seen
      .filter(({ headers }) => headers['ce_type']?.toString() === definition.type)
      .map((message) => fromMessage(message) as IntegrationEvent<EventData<D>>);

  const summary = (): string =>
    `seen: ${seen.map(({ topic, headers }) => headers['ce_type']?.toString() ?? `a message on ${topic}`).join(', ') || 'nothing'}`;

  return {
    waitFor: (definition, predicate = () => true, timeoutMs) =>
      firstOf(
        () => all(definition).find(predicate),
        () => `No fitting ${definition.type}; ${summary()}`,
        timeoutMs,
      ),
    all,
    waitForMessage: (topic, predicate = () => true, timeoutMs) =>
      firstOf(
        () => seen.find((message) => message.topic === topic && predicate(message)),
        () => `No fitting message on ${topic}; ${summary()}`,
        timeoutMs,
      ),
    publish: async (definition, event) => {
      const outgoing = newEvent(definition, { ...event, source: 'test' });
      await publisher.publish([outgoing]);
      return outgoing;
    },
    republish: (event) => publisher.publish([event]),
    send: (message) => publisher.send([message]),
    close: async () => {
      await tail.close();
      await publisher.close();
    },
  };
};
