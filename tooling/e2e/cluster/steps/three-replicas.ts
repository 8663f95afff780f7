import { setTimeout as pause } from 'node:timers/promises';
import { processes } from '@quayside/system';
import { kubectl, kubectlJson, rolledOut } from '../kubectl.ts';
import type { Step } from '../step.ts';
import { underLoad, unnoticed } from '../under-load.ts';

const scaled = processes
  .filter(({ kind }) => kind === 'service' || kind === 'worker')
  .map(({ name }) => name);
const loadMs = 30_000;

/** Every process that does work by itself three times: grace periods, charges and events still happen once. */
export const threeReplicas: Step = async (context) => {
  const before = new Map<string, number>();
  for (const name of scaled) {
    const { spec } = await kubectlJson<{ spec: { replicas: number } }>(['get', 'deployment', name]);
    before.set(name, spec.replicas);
  }
  const scale = async (replicasOf: (name: string) => number) => {
    for (const name of scaled) {
      await kubectl(['scale', `deployment/${name}`, `--replicas=${replicasOf(name)}`]);
    }
    for (const name of scaled) await rolledOut(`deployment/${name}`);
  };
  try {
    const measured = await underLoad(context, async () => {
      await scale(() => 3);
      await pause(loadMs);
      await scale((name) => before.get(name) ?? 2);
    });
    const { repeatedSteps, books } = measured.audit;
    return unnoticed(
      measured,
      [`${scaled.join(', ')}: to three and back under load`],
      [
        `steps taken twice by an order: ${repeatedSteps.length}; ` +
          `orders of which books and ledger differ: ${books.differences.length}`,
      ],
    );
  } finally {
    await scale((name) => before.get(name) ?? 2);
  }
};
