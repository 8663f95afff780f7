import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../src/control.ts';
import { isReady, kubectl, longRunning, noneStopping, pods } from '../kubectl.ts';
import type { Failure } from '../load.ts';
import type { Step } from '../step.ts';
import { failureLines, ordersAreRight, ordersLine, trafficLine, underLoad } from '../under-load.ts';
import { allReady } from './apply.ts';

const forMs = 200_000;
/** Longer than a request waits for a store before it gives up. */
const quietMs = 6000;
/** Its books are in memory, and with them which charges were made. */
const spared = 'payment-sandbox';
const stores = ['postgres', 'redis', 'mongodb', 'kafka', 'mail'];

const nameOf = (labels: Record<string, string>): string => labels['app.kubernetes.io/name'] ?? '';

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** Deletes a pod of this name; returns the seconds until as many are ready as before. */
const deleteOne = async (name: string): Promise<number> => {
  const selector = `app.kubernetes.io/name=${name}`;
  const before = (await pods(selector)).filter(isReady);
  const victim = shuffled(before)[0];
  if (!victim) return 0;
  const from = Date.now();
  await kubectl(['delete', 'pod', victim.metadata.name, '--wait=false']);
  await eventually(
    `${name} to be as many as before`,
    async () => {
      const now = (await pods(selector)).filter(isReady);
      return now.length >= before.length && !now.some(({ metadata: { uid } }) => uid === victim.metadata.uid);
    },
    90_000,
  );
  return (Date.now() - from) / 1000;
};

/** Until nothing has failed for a while, so that a failure is put down to the right deletion. */
const calm = async (failures: readonly Failure[]): Promise<void> => {
  const from = Date.now();
  while (Date.now() < from + 30_000 && Date.now() - Math.max(from, failures.at(-1)?.at ?? 0) < quietMs) {
    await pause(250);
  }
};

const span = (failures: readonly Failure[]): string => {
  const [first, last] = [failures[0], failures.at(-1)];
  return first && last ? ` over ${((last.at - first.at) / 1000).toFixed(0)} s` : '';
};

/** Deletes pods at random, databases too, under load. What needs a single store fails with it; no order goes wrong. */
export const podsDeleted: Step = async (context) => {
  const rows: string[] = [];
  const inProcesses: Failure[] = [];
  const measured = await underLoad(context, async ({ failures }) => {
    const names = [...new Set((await longRunning()).map(({ metadata }) => nameOf(metadata.labels)))];
    const until = Date.now() + forMs;
    for (const name of shuffled(names.filter((one) => one !== spared && one !== ''))) {
      if (Date.now() > until) break;
      const failedBefore = failures.length;
      const seconds = await deleteOne(name);
      await noneStopping(name);
      await allReady();
      await calm(failures);
      const failed = failures.slice(failedBefore);
      if (!stores.includes(name)) inProcesses.push(...failed);
      rows.push(
        `${name}: as many ready after ${seconds.toFixed(0)} s, ${failed.length} failed${span(failed)}` +
          (failed.length > 0 ? ` (${failureLines(failed).slice(0, 3).join('; ')})` : ''),
      );
      context.say(rows.at(-1) ?? '');
    }
  });
  const perStore = failureLines(measured.traffic.failures);
  return {
    // Our own processes are there twice; the demo's stores once.
    ok: inProcesses.length === 0 && ordersAreRight(measured),
    lines: [
      ...rows,
      trafficLine(measured),
      ordersLine(measured),
      ...perStore,
      ...measured.audit.repeatedSteps,
      ...measured.audit.books.differences.slice(0, 12),
    ],
  };
};
