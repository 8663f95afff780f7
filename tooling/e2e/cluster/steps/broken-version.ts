import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../src/control.ts';
import { isReady, kubectl, pods, rolledOut } from '../kubectl.ts';
import type { Step } from '../step.ts';
import { underLoad, unnoticed } from '../under-load.ts';

const deployment = 'catalog';
const watchedMs = 30_000;

/** A new version of a process that never becomes ready: the old one serves on, and an undo ends it. */
export const brokenVersion: Step = async (context) => {
  const seen: string[] = [];
  const measured = await underLoad(context, async () => {
    const before = (await pods(`app.kubernetes.io/name=${deployment}`)).map(({ metadata }) => metadata.name);
    await kubectl([
      'set',
      'env',
      `deployment/${deployment}`,
      'DATABASE_URL=postgres://nobody@nowhere.invalid/none',
    ]);
    try {
      const broken = await eventually('a broken pod to run', async () =>
        (await pods(`app.kubernetes.io/name=${deployment}`)).find(
          ({ metadata, status }) => !before.includes(metadata.name) && status.phase === 'Running',
        ),
      );
      await pause(watchedMs);
      const after = await pods(`app.kubernetes.io/name=${deployment}`);
      const now = after.find(({ metadata }) => metadata.name === broken.metadata.name);
      const oldReady = after.filter((one) => before.includes(one.metadata.name) && isReady(one)).length;
      seen.push(
        `${broken.metadata.name}: ${now && isReady(now) ? 'READY' : 'not ready'} after ${watchedMs / 1000} s, ` +
          `${now?.status.containerStatuses?.[0]?.restartCount ?? 0} restarts; ${oldReady} of ${before.length} old pods serve`,
      );
    } finally {
      const from = Date.now();
      await kubectl(['rollout', 'undo', `deployment/${deployment}`]);
      await rolledOut(`deployment/${deployment}`);
      seen.push(`calm ${((Date.now() - from) / 1000).toFixed(0)} s after the undo`);
    }
  });
  return unnoticed(measured, seen);
};
