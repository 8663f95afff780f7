import { deployments, kubectl, noneStopping, rolledOut } from '../kubectl.ts';
import type { Step } from '../step.ts';
import { underLoad, unnoticed } from '../under-load.ts';

/** Restarts every Deployment, one after the other, while shoppers browse and buy. */
export const rollingRestart: Step = async (context) => {
  const times: string[] = [];
  const measured = await underLoad(context, async ({ failures }) => {
    for (const name of deployments) {
      const from = Date.now();
      const failedBefore = failures.length;
      await kubectl(['rollout', 'restart', `deployment/${name}`]);
      await rolledOut(`deployment/${name}`);
      await noneStopping(name);
      const took = `${name} ${((Date.now() - from) / 1000).toFixed(0)} s`;
      const failed = failures.length - failedBefore;
      context.say(failed ? `${took}, ${failed} failed` : took);
      times.push(took);
    }
  });
  return unnoticed(measured, [`restarted: ${times.join(', ')}`], measured.audit.repeatedSteps);
};
