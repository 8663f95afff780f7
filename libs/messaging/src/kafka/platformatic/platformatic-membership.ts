import { setTimeout as pause } from 'node:timers/promises';
import { ConnectionPool, Consumer, type BaseOptions, type GroupAssignment } from '@platformatic/kafka';
import type { Logger } from '@quayside/runtime';
import { membership, type Membership, type MembershipOptions } from '../kafka-driver.ts';
import { beginGeneration, type Generation } from './generation.ts';
import { heartbeat } from './group-requests.ts';

/** Named as kafkajs names its own, which works the same, so that members of both clients can share a group. */
const protocols = [{ name: 'RoundRobinAssigner', version: 0 }];

/** What is left of the time to rejoin when batches in work are no longer waited for. */
const reserveMs = 2000;
const metadataMaxAgeMs = 300_000;

/**
 * A member of a group through @platformatic/kafka. The library's own stream knows neither batches of a partition nor
 * how to let one rest, and goes on while the group rebalances. So this uses the library's membership and its fetch
 * requests, and before it rejoins waits for the batches in work and commits.
 */
export const joinByPlatformatic = async (
  base: BaseOptions,
  options: MembershipOptions,
  logger: Logger,
): Promise<Membership> => {
  let generation: Promise<Generation> | undefined;
  let state: 'member' | 'ended' | 'leaving' = 'member';
  const overdue = new Map<string, Promise<void>>();
  const connectionPool = new ConnectionPool(base.clientId, base);

  const endGeneration = async (limitMs: number): Promise<void> => {
    const ending = await generation?.catch(() => undefined);
    generation = undefined;
    if (!ending) return;
    const waiting = new AbortController();
    const beat = setInterval(() => void heartbeat(consumer).catch(() => undefined), membership.heartbeatMs);
    const late = pause(limitMs, undefined, { signal: waiting.signal }).catch(() => undefined);
    await Promise.race([ending.stop(), late]);
    clearInterval(beat);
    waiting.abort();
    await ending.commit();
  };

  const consumer = new Consumer({
    ...base,
    groupId: options.group,
    sessionTimeout: membership.sessionTimeoutMs,
    rebalanceTimeout: membership.rebalanceTimeoutMs,
    heartbeatInterval: membership.heartbeatMs,
    metadataMaxAge: metadataMaxAgeMs,
    protocols,
    // Asked each time before the library joins, which waits for the answer: the place to settle and commit.
    protocolsMetadata: async () => {
      await endGeneration(membership.rebalanceTimeoutMs - reserveMs).catch((error: unknown) =>
        logger.debug({ err: error }, 'what is settled could not be committed before the group rebalances'),
      );
      return Buffer.alloc(0);
    },
  });
  for (const topic of options.topics) consumer.topics.track(topic);

  const disconnect = async (): Promise<void> => {
    await Promise.allSettled([consumer.close(true), connectionPool.close()]);
  };

  const end = (error: unknown): void => {
    if (state !== 'member') return;
    state = 'ended';
    generation?.then((ending) => ending.stop()).catch(() => undefined);
    void disconnect();
    const reason = error instanceof Error ? error : new Error(String(error));
    // The library's own errors tell of the network and of what brokers refuse.
    options.onEnd(reason, { isRoutine: String((reason as { code?: unknown }).code).startsWith('PLT_KFK_') });
  };

  const begin = async (assignments: readonly GroupAssignment[]): Promise<void> => {
    if (state !== 'member') return;
    const beginning = beginGeneration({
      consumer,
      connectionPool,
      assignments,
      overdue,
      membership: options,
      onError: end,
    });
    generation = beginning;
    try {
      await beginning;
      if (generation === beginning && state === 'member') options.onJoin();
    } catch (error) {
      if (generation === beginning) end(error);
    }
  };

  consumer.on('consumer:group:join', ({ assignments = [] }) => void begin(assignments));
  consumer.on('consumer:heartbeat:error', ({ error }) => end(error));
  consumer.on('error', end);

  try {
    await consumer.joinGroup({});
  } catch (error) {
    state = 'ended';
    await disconnect();
    throw error;
  }
  return {
    leave: async () => {
      const wasMember = state === 'member';
      state = 'leaving';
      if (wasMember) {
        await endGeneration(membership.rebalanceTimeoutMs).catch(() => undefined);
        await disconnect();
      } else {
        await Promise.all(overdue.values());
      }
    },
  };
};
