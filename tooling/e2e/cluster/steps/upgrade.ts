import { apply } from './apply.ts';
import { allRolledOut, deployments, noneStopping } from '../kubectl.ts';
import type { Step } from '../step.ts';
import { underLoad, unnoticed } from '../under-load.ts';

/** Applies the overlay with the images of another tag, while shoppers browse and buy; the shop stays on that tag. */
export const upgradeTo =
  (tag: string): Step =>
  async (context) => {
    let took = 0;
    const measured = await underLoad(context, async () => {
      const from = Date.now();
      await apply({ tag });
      await allRolledOut();
      for (const name of deployments) await noneStopping(name);
      took = (Date.now() - from) / 1000;
    });
    return unnoticed(measured, [`on ${tag} after ${took.toFixed(0)} s`], measured.audit.repeatedSteps);
  };
