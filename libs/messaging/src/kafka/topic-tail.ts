import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RawMessage } from '../cloud-event.ts';
import { ensureTopics } from './ensure-topics.ts';
import type { KafkaClient } from './kafka-client.ts';
import type { Membership } from './kafka-driver.ts';

export interface TailedMessage extends RawMessage {
  /** Without the prefix. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

const joinLimitMs = 10_000;

/**
 * Reads topics from their beginning and goes on with what comes, as a group of its own that commits nothing; resolves
 * when it reads. For looking: dead letters, tests.
 *
 * @param options.topics without the prefix; created if missing
 */
export const tailTopics = async (
  kafka: KafkaClient,
  options: { topics: readonly string[]; onMessage: (message: TailedMessage) => void },
): Promise<{ close(): Promise<void> }> => {
  await ensureTopics(kafka, options.topics);
  const open = async (): Promise<Membership> => {
    const joined = Promise.withResolvers<'joined'>();
    const driver = await kafka.driver();
    const member = await driver.join({
      group: kafka.prefixed(`tail-${randomUUID()}`),
      topics: options.topics.map(kafka.prefixed),
      commits: false,
      maxWaitMs: 200,
      onBatch: async ({ topic, partition, messages, settled }) => {
        const name = topic.slice(kafka.topicPrefix.length);
        for (const message of messages) options.onMessage({ ...message, topic: name, partition });
        const last = messages.at(-1);
        if (last) await settled(last.offset);
        return undefined;
      },
      onJoin: () => joined.resolve('joined'),
      onEnd: (error) => {
        joined.reject(error);
        kafka.logger.warn({ err: error }, 'a tail of topics ended');
      },
    });
    joined.promise.catch(() => undefined);
    try {
      if (!(await Promise.race([joined.promise, pause(joinLimitMs, undefined, { ref: false })])))
        throw new Error('the tail does not come to read');
      return member;
    } catch (error) {
      void member.leave();
      throw error;
    }
  };
  // Once more for a broker that disowns a fresh topic for a moment.
  const member = await open().catch(open);
  return { close: () => member.leave() };
};
