import { attackSigns, guardedAction, type GuardedAction } from '@quayside/contracts';
import {
  createLoop,
  Gauge,
  withDeadline,
  type Logger,
  type Loop,
  type Metrics,
  type SecurityLog,
} from '@quayside/runtime';
import type { Redis } from 'ioredis';
import { createSharedCounter, patienceMs } from '../limits/shared-counter.ts';

/** What is under attack right now. */
export interface Attacks {
  /**
   * Counts one try of anybody; too many of them are an attack.
   *
   * @param address as limits count it: IPv6 by its network of 64 bits
   */
  count(action: GuardedAction, address: string): Promise<void>;
  isOn(action: GuardedAction): Promise<boolean>;
  /** Notes when one begins and ends. */
  readonly loop: Loop;
}

/** How long it counts as one after the last sign of it. */
const usualMs = 600_000;
const lookEveryMs = 10_000;

/** There while an attack is on. */
const attackKey = (action: GuardedAction): string => `gateway:attack:${action}`;
/** There from when its beginning was noted, so that one replica notes each. */
const notedKey = (action: GuardedAction): string => `gateway:attack-noted:${action}`;

const actions = guardedAction.options;

/**
 * An attack by many addresses, of which each keeps to its limit, shows in what they do together. Replicas count together and know
 * of it together; while Redis is away each does alone.
 *
 * @param options.factor by which its signs are multiplied, as limits are; 0 is no attack at all
 */
export const createAttacks = (options: {
  redis: Redis;
  factor: number;
  security: SecurityLog;
  metrics: Metrics;
  logger: Logger;
  lastsMs?: number | undefined;
}): Attacks => {
  const { redis, factor, security, logger, lastsMs = usualMs } = options;
  const gauge = new Gauge({
    name: 'gateway_under_attack',
    help: '1 while this asks for a proof of work',
    labelNames: ['action'],
    registers: [options.metrics],
  });
  const counters = new Map(
    actions.map((action) => {
      const { count, ofOneAddress, seconds } = attackSigns[action];
      const counter = (by: string, most: number) =>
        createSharedCounter(redis, { name: `${action}-by-${by}`, count: Math.ceil(most * factor), seconds });
      return [action, { all: counter('shop', count), one: counter('sign', ofOneAddress) }] as const;
    }),
  );
  const until = new Map<GuardedAction, number>();
  const knownHere = (action: GuardedAction): boolean => (until.get(action) ?? 0) > Date.now();
  const noted = new Set<GuardedAction>();

  const isOn = async (action: GuardedAction): Promise<boolean> => {
    if (factor === 0) return false;
    try {
      const leftMs = await withDeadline(() => redis.pttl(attackKey(action)), patienceMs);
      until.set(action, leftMs > 0 ? Date.now() + leftMs : 0);
    } catch (error) {
      logger.debug({ err: error, action }, 'whether it is under attack is known by this process alone');
    }
    return knownHere(action);
  };

  /** Whether it is this replica that notes it. */
  const isMine = async (action: GuardedAction, on: boolean): Promise<boolean> => {
    try {
      const tell = (): Promise<number | string | null> =>
        on ? redis.set(notedKey(action), '1', 'NX') : redis.del(notedKey(action));
      return [1, 'OK'].includes((await withDeadline(tell, patienceMs)) ?? 0);
    } catch {
      return noted.has(action) !== on;
    }
  };

  const note = async (action: GuardedAction, on: boolean): Promise<void> => {
    gauge.set({ action }, on ? 1 : 0);
    if (await isMine(action, on)) {
      const detail = { action, ...attackSigns[action] };
      security.note('excess_rate_limit_exceeded', { reason: on ? 'attack-begun' : 'attack-over', detail });
    }
    if (on) noted.add(action);
    else noted.delete(action);
  };

  return {
    isOn,
    count: async (action, address) => {
      const counted = counters.get(action);
      if (factor === 0 || !counted) return;
      const own = await counted.one.count(address);
      if (own.isOver) return;
      const { isOver } = await counted.all.count('all');
      if (!isOver) return;
      until.set(action, Date.now() + lastsMs);
      try {
        await withDeadline(() => redis.set(attackKey(action), '1', 'PX', lastsMs), patienceMs);
      } catch (error) {
        logger.warn({ err: error, action }, 'the other replicas do not hear of an attack');
      }
      if (!noted.has(action)) await note(action, true);
    },
    loop: createLoop({
      name: 'looking whether an attack is over',
      logger,
      pass: async () => {
        for (const action of actions) await note(action, await isOn(action));
        return Math.min(lookEveryMs, lastsMs);
      },
    }),
  };
};
