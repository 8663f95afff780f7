import { randomUUID } from 'node:crypto';
import type { SecurityEvent } from './security-events.ts';
import type { SecurityFacts } from './security-facts.ts';

/** What is kept of one event, or of several that are alike. */
export interface SecurityRecord {
  readonly id: string;
  /** Of the first of them. */
  readonly at: string;
  /** Of the last of them, where there were several. */
  readonly until?: string;
  readonly times: number;
  readonly event: SecurityEvent;
  readonly reason?: string;
  readonly userId?: string;
  readonly onUserId?: string;
  readonly address?: string;
  readonly session?: string;
  readonly userAgent?: string;
  readonly method?: string;
  readonly path?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

export interface SecurityJournal {
  add(event: SecurityEvent, facts: SecurityFacts): void;
  /** Hands what was gathered to `write`; what that rejects stays, and is offered again under the same ids. */
  flush(write: (records: readonly SecurityRecord[]) => Promise<void>): Promise<void>;
  /** Records that wait to be written. */
  waiting(): number;
}

/** Records of one kind of event at once, and how many more each second: what one attacker can make of the store. */
const burst = 200;
const perSecond = 0.5;
/** While nothing can be written; what comes on top is only counted. */
const waitingAtMost = 2_000;
/** A flood that goes on is one record a minute. */
const countedMs = 60_000;

interface Gathered {
  record: SecurityRecord;
  begunAt: number;
}

/** Of whoever is known each session counts for itself; guesses begin a new one each time, and are alike all the same. */
const keyOf = (event: SecurityEvent, facts: SecurityFacts): string => {
  const { reason, userId, onUserId, address, session, detail } = facts;
  return JSON.stringify([event, reason, userId, onUserId, address, userId && session, detail]);
};

/**
 * Gathers events of the security log for a store, bounded whatever comes: those that are alike within a flush are one
 * record with a count, and each kind of event has an allowance. What exceeds it is counted by kind and reason alone, one
 * record a minute, so that a flood of one kind neither fills the store nor hides another. Every single event is in the
 * log of the process all the same.
 *
 * @param now in milliseconds since the epoch
 */
export const createSecurityJournal = (now: () => number = Date.now): SecurityJournal => {
  const allowances = new Map<SecurityEvent, { left: number; at: number }>();
  const single = new Map<string, Gathered>();
  const counted = new Map<string, Gathered>();
  /** Handed to a writer that has not said yet whether it could. */
  let underWay: SecurityRecord[] = [];

  const isAllowed = (event: SecurityEvent): boolean => {
    if (single.size + underWay.length >= waitingAtMost) return false;
    const at = now();
    const before = allowances.get(event) ?? { left: burst, at };
    const left = Math.min(burst, before.left + ((at - before.at) / 1000) * perSecond);
    allowances.set(event, { left: left < 1 ? left : left - 1, at });
    return left >= 1;
  };

  const oneMore = (into: Map<string, Gathered>, key: string, session?: string): boolean => {
    const known = into.get(key);
    if (!known) return false;
    const { session: first, ...alike } = known.record;
    const { record } = known;
    const same = first !== undefined && first === session;
    known.record = {
      ...alike,
      ...(same && { session }),
      times: record.times + 1,
      until: new Date(now()).toISOString(),
    };
    return true;
  };

  const begin = (into: Map<string, Gathered>, key: string, event: SecurityEvent, facts: SecurityFacts) => {
    const at = now();
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    const record = { ...given, id: randomUUID(), at: new Date(at).toISOString(), times: 1, event };
    into.set(key, { begunAt: at, record });
  };

  const take = (): SecurityRecord[] => {
    const due = [...counted].filter(([, { begunAt }]) => now() - begunAt >= countedMs);
    for (const [key] of due) counted.delete(key);
    const taken = [...single.values(), ...due.map(([, gathered]) => gathered)].map(({ record }) => record);
    single.clear();
    return taken;
  };

  return {
    add: (event, facts) => {
      const key = keyOf(event, facts);
      if (oneMore(single, key, facts.session)) return;
      if (isAllowed(event)) return begin(single, key, event, facts);
      const { reason } = facts;
      const kind = JSON.stringify([event, reason]);
      if (!oneMore(counted, kind)) begin(counted, kind, event, { reason });
    },
    flush: async (write) => {
      underWay = [...underWay, ...take()];
      if (underWay.length === 0) return;
      await write(underWay);
      underWay = [];
    },
    waiting: () => underWay.length + single.size + counted.size,
  };
};
