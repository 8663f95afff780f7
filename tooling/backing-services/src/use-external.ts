import { setTimeout as sleep } from 'node:timers/promises';

import { backingTitles } from './backing.ts';
import type { BackingOptions, RunningBacking } from './backing.ts';
import { BackingStartFailed } from './backing-error.ts';
import type { Recipe } from './recipe.ts';

const deadlineMs = 30_000;
/** Also where an emulated engine starts all of them at once. */
const firstDeadlineMs = 180_000;

/** Waits until a service that somebody else runs is healthy. It is never stopped or restarted by us. */
export async function useExternal(
  recipe: Recipe,
  url: string,
  options: BackingOptions,
): Promise<RunningBacking> {
  options.onProgress?.({ name: recipe.name, message: 'waiting for the one that already runs' });
  const isNew = options.justStarted?.includes(recipe.name) ?? false;
  const port = options.ports?.[recipe.name];
  const deadline = performance.now() + (isNew ? firstDeadlineMs : deadlineMs);
  for (;;) {
    try {
      if (isNew && port !== undefined) await recipe.makeReady?.(port);
      await recipe.check(url);
      break;
    } catch (error) {
      if (performance.now() > deadline) {
        const title = backingTitles[recipe.name];
        const reason = (error as Error).message || (error as Error).name;
        throw new BackingStartFailed(
          recipe.name,
          `${title} ${isNew ? 'in its container' : 'at the given URL'} does not answer: ${reason}`,
          {
            cause: error,
          },
        );
      }
      await sleep(200, undefined, { ...(options.signal && { signal: options.signal }) });
    }
  }
  options.onProgress?.({ name: recipe.name, message: 'ready' });
  return {
    name: recipe.name,
    url,
    pid: undefined,
    external: true,
    stop: async () => {},
    restart: async () => {},
  };
}
