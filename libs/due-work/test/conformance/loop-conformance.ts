import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { currentCorrelationId, withSpan } from '@quayside/runtime';
import { silentLogger, waitUntil } from '@quayside/testkit';
import { createDueWorkLoop, type ClaimedWork, type DueWorkLoop, type DueWorkQueue } from '../../src/index.ts';
import type { DueWorkStore, StoreUnderTest, TestKind } from './due-work-store.ts';

type Run = (work: ClaimedWork<TestKind>) => Promise<void>;
type Queue = DueWorkQueue<TestKind>;

const never = 600_000;

/** What the loop makes of a queue, with each real one. */
export const describeLoop = (name: string, under: StoreUnderTest): void =>
  describe(`the loop over due work in ${name}`, () => {
    let store: DueWorkStore;
    let remove: () => Promise<unknown>;
    let loops: DueWorkLoop[] = [];
    const now = () => new Date();

    beforeAll(async () => {
      const { url, remove: removeBacking } = await under.backing();
      remove = removeBacking;
      store = await under.open(url);
    });
    afterAll(async () => {
      await store.close();
      await remove();
    });
    beforeEach(() => store.clear());
    afterEach(async () => {
      for (const loop of loops) await loop.close();
      loops = [];
    });

    const add = async (inMs = 0): Promise<string> => {
      const id = randomUUID();
      await store.add({ id, kind: 'ring', at: new Date(Date.now() + inMs) });
      return id;
    };

    const startLoop = (run: Run, options: { queue?: Queue; pollMs?: number; leaseMs?: number } = {}) => {
      const { queue = store.queue(now), pollMs = never, leaseMs = 15_000 } = options;
      const told: unknown[] = [];
      const loop = createDueWorkLoop({
        name: 'due work',
        queue,
        lanes: [{ kinds: ['ring'], concurrency: 4, run }],
        leaseMs,
        pollMs,
        now,
        retryAfterMs: () => 20,
        onDone: () => told.push(['done', currentCorrelationId()]),
        onFailure: () => told.push(['failed', currentCorrelationId()]),
        logger: silentLogger,
      });
      loops.push(loop);
      loop.start();
      return { queue, told };
    };

    test('does each piece once with ten loops', async () => {
      const ids = await Promise.all(Array.from({ length: 60 }, () => add()));
      const started: string[] = [];
      const finished = new Set<string>();
      const run: Run = async (work) => {
        started.push(work.id);
        await store.finish(work);
        finished.add(work.id);
      };
      for (let count = 0; count < 10; count += 1) startLoop(run, { pollMs: 50 });
      await waitUntil(() => finished.size === ids.length, { describe: 'all work to be done' });
      expect(started.toSorted()).toEqual(ids.toSorted());
    });

    test('is woken by a write of its own process, at once and at the time it names', async () => {
      const done: string[] = [];
      const asked = Promise.withResolvers<void>();
      const queue = store.queue(now);
      const { nextDueAt } = queue;
      queue.nextDueAt = (kinds) => nextDueAt(kinds).finally(asked.resolve);
      startLoop(async (work) => void (await store.finish(work), done.push(work.id)), { queue });
      await asked.promise;
      const [soon, later] = [await add(), await add(300)];
      queue.scheduled(now());
      queue.scheduled(new Date(Date.now() + 300));
      await waitUntil(() => done.length === 2, { describe: 'both to be done' });
      expect(done).toEqual([soon, later]);
    });

    test('costs one query per poll while nothing is due', async () => {
      await add(never);
      const queue = store.queue(now);
      const { nextDueAt, claim } = queue;
      const calls: string[] = [];
      queue.nextDueAt = (kinds) => (calls.push('nextDueAt'), nextDueAt(kinds));
      queue.claim = (...claimed) => (calls.push('claim'), claim(...claimed));
      const began = performance.now();
      startLoop(() => Promise.reject(new Error('nothing is due')), { queue, pollMs: 100 });
      await waitUntil(() => calls.length >= 5, { describe: 'five polls' });
      expect(performance.now() - began).toBeGreaterThanOrEqual(390);
      expect(new Set(calls)).toEqual(new Set(['nextDueAt']));
    });

    test('tries again what failed, in the flow in which it became due', async () => {
      await withSpan('checkout', { correlationId: 'flow-2' }, () => add());
      const seen: unknown[] = [];
      const { told } = startLoop(async (work) => {
        seen.push([work.attempt, currentCorrelationId()]);
        if (work.attempt < 3) throw new Error('not yet');
        await store.finish(work);
      });
      await waitUntil(() => told.length === 3, { describe: 'the third attempt to end' });
      expect(seen).toEqual([1, 2, 3].map((attempt) => [attempt, 'flow-2']));
      expect(told).toEqual(['failed', 'failed', 'done'].map((outcome) => [outcome, 'flow-2']));
    });

    test('keeps what takes longer than a lease', async () => {
      await add();
      const queue = store.queue(now);
      const { renew } = queue;
      const renewed = Promise.withResolvers<void>();
      let renewals = 0;
      queue.renew = async (work, leaseMs) => {
        const isOurs = await renew(work, leaseMs);
        renewals += 1;
        if (renewals === 4) renewed.resolve();
        return isOurs;
      };
      const held: boolean[] = [];
      startLoop(
        async (work) => {
          await renewed.promise;
          held.push(work.isHeld());
          await store.finish(work);
        },
        { queue, leaseMs: 900 },
      );
      await waitUntil(() => held.length > 0, { describe: 'the work to end' });
      expect(held).toEqual([true]);
    });

    test('waits at its close for the work under way', async () => {
      await add();
      const begun = Promise.withResolvers<void>();
      const mayEnd = Promise.withResolvers<void>();
      let ended = false;
      startLoop(async (work) => {
        begun.resolve();
        await mayEnd.promise;
        await store.finish(work);
        ended = true;
      });
      await begun.promise;
      const closed = loops[0]?.close();
      mayEnd.resolve();
      await closed;
      expect(ended).toBe(true);
    });
  });
