import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { currentCorrelationId, currentTraceparent, withSpan } from '@quayside/runtime';
import { waitUntil } from '@quayside/testkit';
import type { ClaimedWork } from '../../src/index.ts';
import type { DueWorkStore, StoreUnderTest, TestKind } from './due-work-store.ts';

const leaseMs = 15_000;

/** What every queue of due work does, whatever its store. */
export const describeQueue = (name: string, under: StoreUnderTest): void =>
  describe(`due work in ${name}`, () => {
    let url: string;
    let remove: () => Promise<unknown>;
    let store: DueWorkStore;
    let clock: number;
    const now = () => new Date(clock);
    const claimer = () => store.queue(now);
    const claim = (limit = 1, kinds: TestKind[] = ['ring']) => claimer().claim(kinds, { limit, leaseMs });
    const claimOne = async (): Promise<ClaimedWork<TestKind> | undefined> => (await claim())[0];
    const add = async (inMs = 0, kind: TestKind = 'ring'): Promise<string> => {
      const id = randomUUID();
      await store.add({ id, kind, at: new Date(clock + inMs) });
      return id;
    };
    const addMany = (count: number): Promise<string[]> =>
      Promise.all(Array.from({ length: count }, (_, place) => add(-place)));

    beforeAll(async () => {
      ({ url, remove } = await under.backing());
      store = await under.open(url);
    });
    afterAll(async () => {
      await store.close();
      await remove();
    });
    beforeEach(async () => {
      await store.clear();
      clock = Date.parse('2026-11-22T10:00:00.000Z');
    });

    test('is not claimed before its time, and says when that is', async () => {
      await add(60_000);
      await add(90_000, 'remind');
      expect(await claim(10, ['ring', 'remind'])).toEqual([]);
      expect(await claimer().nextDueAt(['ring', 'remind'])).toEqual(new Date(clock + 60_000));
      expect(await claimer().nextDueAt(['remind'])).toEqual(new Date(clock + 90_000));
      clock += 60_000;
      expect(await claimOne()).toMatchObject({ kind: 'ring', attempt: 1 });
    });

    test('tells how much waits, how much of it is overdue, and since when', async () => {
      expect(await claimer().backlog()).toEqual({ waiting: 0, overdue: 0 });
      await add(60_000);
      expect(await claimer().backlog()).toEqual({ waiting: 1, overdue: 0 });
      await add(-90_000);
      await add(-1000, 'remind');
      expect(await claimer().backlog()).toEqual({
        ...{ waiting: 3, overdue: 1 },
        oldestAt: new Date(clock - 90_000),
      });
      await claimOne();
      expect(await claimer().backlog()).toEqual({
        ...{ waiting: 3, overdue: 0 },
        oldestAt: new Date(clock - 1000),
      });
    });

    test('an empty queue knows no time', async () => {
      expect(await claimer().nextDueAt(['ring'])).toBeUndefined();
    });

    test('is claimed once by ten claimers at the same moment', async () => {
      const id = await add();
      const claims = await Promise.all(Array.from({ length: 10 }, () => claim()));
      expect(claims.flat().map((work) => work.id)).toEqual([id]);
    });

    test('in many pieces, is claimed by ten claimers in batches: each piece once, and none left', async () => {
      const ids = await addMany(60);
      const claimed: string[] = [];
      const untilNothingIsLeft = async (): Promise<void> => {
        while ((await claimer().nextDueAt(['ring']))?.getTime() === clock || claimed.length < ids.length) {
          const batch = await claim(7);
          expect(batch.length).toBeLessThanOrEqual(7);
          claimed.push(...batch.map(({ id }) => id));
        }
      };
      await Promise.all(Array.from({ length: 10 }, untilNothingIsLeft));
      expect(claimed.toSorted()).toEqual(ids.toSorted());
    });

    test('is claimed in the order in which it became due, of whatever kind', async () => {
      const third = await add(-1000);
      const first = await add(-3000, 'remind');
      const second = await add(-2000);
      const batch = await claim(2, ['ring', 'remind']);
      expect(batch.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted());
      expect((await claim(2, ['ring', 'remind'])).map(({ id }) => id)).toEqual([third]);
    });

    test('of other kinds is left alone', async () => {
      await add(0, 'remind');
      expect(await claimOne()).toBeUndefined();
    });

    test('is claimed by another when the lease of its holder ends', async () => {
      await add();
      const lost = await claimOne();
      clock += leaseMs - 1;
      expect(lost?.isHeld()).toBe(true);
      expect(await claimOne()).toBeUndefined();
      clock += 1;
      expect(lost?.isHeld()).toBe(false);
      expect(await claimOne()).toMatchObject({ attempt: 2 });
    });

    test('of a process that was killed is claimed by another', async () => {
      clock = Date.now();
      const ids = await addMany(3);
      const doomed = fork(new URL('./claiming-process.ts', import.meta.url), [
        under.module.href,
        url,
        '1500',
      ]);
      const [claimed] = (await once(doomed, 'message')) as [string[]];
      expect(claimed.toSorted()).toEqual(ids.toSorted());
      doomed.kill('SIGKILL');
      await once(doomed, 'exit');
      const queue = store.queue(() => new Date());
      const again: ClaimedWork[] = [];
      await waitUntil(
        async () => {
          again.push(...(await queue.claim(['ring'], { limit: 10, leaseMs })));
          return again.length >= ids.length;
        },
        { describe: 'the leases of the killed process to end' },
      );
      expect(again.map(({ id, attempt }) => [id, attempt]).toSorted()).toEqual(
        ids.map((id) => [id, 2]).toSorted(),
      );
    });

    test('is kept by a holder that renews, and lost to a later claim', async () => {
      await add();
      const queue = claimer();
      const [work] = (await queue.claim(['ring'], { limit: 1, leaseMs })) as [ClaimedWork<TestKind>];
      clock += leaseMs - 1;
      expect(await queue.renew(work, leaseMs)).toBe(true);
      clock += 2;
      expect(work.isHeld()).toBe(true);
      expect(await claimOne()).toBeUndefined();
      clock += leaseMs;
      expect(await claimOne()).toBeDefined();
      expect(await queue.renew(work, leaseMs)).toBe(false);
      expect(work.isHeld()).toBe(false);
    });

    test('that is postponed is due again then, and its queue says so to those who listen', async () => {
      await add();
      const queue = claimer();
      const told: Date[] = [];
      queue.onScheduled((at) => told.push(at));
      const [work] = (await queue.claim(['ring'], { limit: 1, leaseMs })) as [ClaimedWork<TestKind>];
      const until = new Date(clock + 500);
      await queue.postpone(work, until);
      expect(told).toEqual([until]);
      expect(await queue.nextDueAt(['ring'])).toEqual(until);
      expect(await claimOne()).toBeUndefined();
      clock += 500;
      expect(await claimOne()).toMatchObject({ attempt: 2 });
    });

    test('that another took over is not postponed by who lost it', async () => {
      await add();
      const queue = claimer();
      const [lost] = (await queue.claim(['ring'], { limit: 1, leaseMs })) as [ClaimedWork<TestKind>];
      clock += leaseMs;
      const taking = claimer();
      const [taken] = (await taking.claim(['ring'], { limit: 1, leaseMs })) as [ClaimedWork<TestKind>];
      await queue.postpone(lost, now());
      expect(await claimOne()).toBeUndefined();
      expect(await taking.renew(taken, leaseMs)).toBe(true);
    });

    test('that is finished is neither claimed nor renewed again', async () => {
      await add();
      const queue = claimer();
      const [work] = (await queue.claim(['ring'], { limit: 1, leaseMs })) as [ClaimedWork<TestKind>];
      await store.finish(work);
      expect(await queue.renew(work, leaseMs)).toBe(false);
      clock += 10 * leaseMs;
      expect(await claimOne()).toBeUndefined();
      expect(await queue.nextDueAt(['ring'])).toBeUndefined();
    });

    test('remembers the flow in which it became due', async () => {
      const flow = await withSpan('checkout', { correlationId: 'flow-1' }, async () => {
        await add();
        return { correlationId: currentCorrelationId(), traceparent: currentTraceparent() };
      });
      expect(flow.correlationId).toBe('flow-1');
      expect(await claimOne()).toMatchObject(flow);
    });
  });
