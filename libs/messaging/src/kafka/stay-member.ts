import { backoffMs, connectWithRetry, type Logger } from '@quayside/runtime';
import type { KafkaClient } from './kafka-client.ts';
import type { Membership, MembershipOptions } from './kafka-driver.ts';

/** A membership that lasted this long does not count among a row of crashes. */
const steadyMs = 60_000;

/** Time for the message under way, and for leaving the group. */
const closeLimitMs = 5000;

interface Ending {
  reason: Error;
  isRoutine: boolean;
}

export interface StayingMember {
  /** Joins the group in the background, as soon as Kafka is there; resolves at once. */
  start(): Promise<void>;
  /** True while this process is a member of the group and reads. */
  healthy(): boolean;
  /** Finishes the message in work, commits, leaves the group. */
  close(): Promise<void>;
}

/**
 * A place in a consumer group, taken anew with backoff whenever it ends unasked.
 *
 * @param options.group without the prefix
 * @param options.topics without the prefix
 * @param options.beforeJoin what has to be there, and done, before each joining
 * @param options.onLeft called when a membership has ended
 */
export const stayMember = (options: {
  kafka: KafkaClient;
  group: string;
  topics: readonly string[];
  beforeJoin: () => Promise<void>;
  onBatch: MembershipOptions['onBatch'];
  onLeft?: () => void;
  stopping: AbortController;
  logger: Logger;
}): StayingMember => {
  const { kafka, group, topics, stopping, logger } = options;
  let healthy = false;
  let running: Promise<void> | undefined;

  /** Joins the group; the answer's `ended` resolves when this membership has. */
  const join = async (): Promise<{ member: Membership; ended: Promise<Ending> }> => {
    await options.beforeJoin();
    const ended = Promise.withResolvers<Ending>();
    const driver = await kafka.driver();
    const member = await driver.join({
      group: kafka.prefixed(group),
      topics: topics.map(kafka.prefixed),
      commits: true,
      maxWaitMs: 1000,
      onBatch: options.onBatch,
      onJoin: () => void (healthy = true),
      onEnd: (reason, { isRoutine }) => {
        healthy = false;
        ended.resolve({ reason, isRoutine });
      },
    });
    return { member, ended: ended.promise };
  };

  const run = async (): Promise<void> => {
    const stopped = new Promise<undefined>((resolve) => {
      stopping.signal.addEventListener('abort', () => resolve(undefined));
    });
    for (let crashes = 1; !stopping.signal.aborted; crashes += 1) {
      const joined = await connectWithRetry('kafka consumer', join, { logger, signal: stopping.signal });
      if (!joined) return;
      const joinedAt = Date.now();
      const ending = await Promise.race([joined.ended, stopped]);
      if (Date.now() - joinedAt > steadyMs) crashes = 1;
      healthy = false;
      await joined.member.leave().catch(() => undefined);
      options.onLeft?.();
      if (!ending) return;
      const { reason, isRoutine } = ending;
      if (isRoutine)
        logger.info({ reason: reason.message, group }, 'the consumer left its group, it joins again');
      else logger.warn({ err: reason, group, crashes }, 'the consumer crashed, it joins again');
      await Promise.race([
        stopped,
        new Promise((resolve) => setTimeout(resolve, backoffMs(crashes, 200, 5000))),
      ]);
    }
  };

  return {
    start: async () => void (running ??= run()),
    healthy: () => healthy,
    close: async () => {
      stopping.abort();
      // A client cannot always be called off while it waits for a place in the group; the broker forgets us by itself.
      const patience = AbortSignal.timeout(closeLimitMs);
      await Promise.race([running, new Promise((resolve) => patience.addEventListener('abort', resolve))]);
    },
  };
};
