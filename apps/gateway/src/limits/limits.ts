import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  actionLimits,
  requestLimits,
  type CostlyAction,
  type Limit,
  type RequestKind,
} from '@quayside/contracts';
import { addressKey, callerOf } from '@quayside/http';
import { securityReference, type SecurityLog } from '@quayside/runtime';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { clientAddressOf } from '../edge/client-address.ts';
import { edgeFacts } from '../edge/security-facts.ts';
import { readCookie, sessionCookie } from '../session/cookies.ts';
import { policyOf, stateOf, tooManyRequests, type NamedLimit } from './limit-problem.ts';
import { createRoughCounters, type RoughCounter } from './rough-counter.ts';
import { createSharedCounter, type SharedCounter } from './shared-counter.ts';

export interface Limits {
  /** Counts a request for what it is. @throws {ProblemError} 429 `too-many-requests` */
  countRequest(req: IncomingMessage, kind: RequestKind): void;
  /**
   * Counts a costly action, and says in the answer's headers which limits it has and, of those counted exactly, what is left.
   *
   * @throws {ProblemError} 429 `too-many-requests`
   */
  countAction(req: IncomingMessage, res: ServerResponse, action: CostlyAction): Promise<void>;
}

const keysOf: Readonly<Record<Limit['by'], (req: IncomingMessage) => string | undefined>> = {
  session: (req) => {
    const session = readCookie(req, sessionCookie);
    return session && securityReference(session);
  },
  account: callerOf,
  address: (req) => addressKey(clientAddressOf(req)),
};

/** First what is one's own: what is refused by that does not count against the crowd behind one's address. */
const order: readonly Limit['by'][] = ['account', 'session', 'address'];

type ActionCounter = { exact: SharedCounter; rough?: undefined } | { exact?: undefined; rough: RoughCounter };

/** A limit of so many calls is not worth a question to Redis for each of them. */
const roughFrom = 200;

const unlimited: Limits = { countRequest: () => undefined, countAction: async () => undefined };

/**
 * Bounds how often somebody may do what, by the figures in the contracts.
 *
 * @param options.factor by which all of them are multiplied; 0 is no limits at all
 */
export const createLimits = (options: { redis: Redis; factor: number; security: SecurityLog }): Limits => {
  const { redis, factor, security } = options;
  if (factor === 0) return unlimited;

  const build = <T>(table: Readonly<Record<string, readonly Limit[]>>, make: (limit: NamedLimit) => T) =>
    new Map(
      Object.entries(table).map(([what, limits]) => [
        what,
        limits
          .toSorted((one, other) => order.indexOf(one.by) - order.indexOf(other.by))
          .map(({ by, count, seconds }) => ({
            keyOf: keysOf[by],
            counter: make({ name: `${what}-by-${by}`, count: Math.ceil(count * factor), seconds }),
          })),
      ]),
    );
  const roughly = createRoughCounters();
  const requests = build(requestLimits, (limit) => roughly(createSharedCounter(redis, limit)));
  const actions = build(actionLimits, (limit): ActionCounter => {
    const shared = createSharedCounter(redis, limit);
    return limit.count < roughFrom ? { exact: shared } : { rough: roughly(shared) };
  });

  const noted = new LRUCache<string, true>({ max: 10_000 });
  /** Noted once for a key and a count: who is refused often is not to fill the log. */
  const refuse = (req: IncomingMessage, limit: NamedLimit, key: string, resetInMs: number) => {
    const once = `${limit.name} ${key}`;
    if (!noted.has(once)) {
      noted.set(once, true, { ttl: Math.max(1, Math.ceil(resetInMs)) });
      const detail = { max: limit.count, seconds: limit.seconds };
      security.note('excess_rate_limit_exceeded', { ...edgeFacts(req), reason: limit.name, detail });
    }
    return tooManyRequests(limit, resetInMs);
  };

  return {
    countRequest: (req, kind) => {
      for (const { keyOf, counter } of requests.get(kind) ?? []) {
        const key = keyOf(req);
        if (key === undefined) continue;
        const resetInMs = counter.count(key);
        if (resetInMs !== undefined) throw refuse(req, counter.limit, key, resetInMs);
      }
    },
    countAction: async (req, res, action) => {
      const policies: string[] = [];
      const states: string[] = [];
      for (const { keyOf, counter } of actions.get(action) ?? []) {
        const key = keyOf(req);
        if (key === undefined) continue;
        const { limit } = counter.exact ?? counter.rough;
        policies.push(policyOf(limit));
        const count = await counter.exact?.count(key);
        if (count) states.push(stateOf(limit, count.left, count.resetInMs));
        const overForMs = count ? (count.isOver ? count.resetInMs : undefined) : counter.rough?.count(key);
        if (overForMs !== undefined) throw refuse(req, limit, key, overForMs);
      }
      if (policies.length > 0) res.setHeader('ratelimit-policy', policies.join(', '));
      if (states.length > 0) res.setHeader('ratelimit', states.join(', '));
    },
  };
};
