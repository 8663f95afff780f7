import { mkdir, readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { backingTitles } from './backing.ts';
import type { BackingOptions, RunningBacking } from './backing.ts';
import { BackingPortInUse, BackingPrerequisiteMissing, BackingStartFailed } from './backing-error.ts';
import { claimPort } from './claim-port.ts';
import { pickFreePorts } from './free-ports.ts';
import { spawnGuarded } from './guarded-process.ts';
import type { GuardedProcess } from './guarded-process.ts';
import type { Recipe, RecipeContext } from './recipe.ts';

const startDeadlineMs = 60_000;

/** Starts one service as a native process and keeps hold of it. */
export async function runRecipe(recipe: Recipe, options: BackingOptions): Promise<RunningBacking> {
  const context = await prepareContext(recipe, options);
  const fixedPort = options.ports?.[recipe.name];
  const title = backingTitles[recipe.name];
  const missing = await recipe.findMissing(options.toolsDir);
  if (missing)
    throw new BackingPrerequisiteMissing(recipe.name, `${title} needs ${missing.missing}: ${missing.mend}`);

  let running: GuardedProcess | undefined;
  let port = fixedPort ?? 0;

  async function start(): Promise<void> {
    await claimPort(recipe.name, port, context);
    const launch = await recipe.prepare(context, port);
    options.signal?.throwIfAborted();
    context.progress('starting');
    const started = performance.now();
    const logFile = join(context.dir, 'output.log');
    const current = await spawnGuarded({ ...launch, cwd: context.dir, logFile });
    running = current;
    await becomeHealthy(recipe, port, current, logFile, options.signal);
    context.progress(`ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    void current.exited.then(async (exit) => {
      if (running !== current) return;
      running = undefined;
      options.onExit?.({ name: recipe.name, ...exit, logTail: await tail(logFile) });
    });
  }

  async function stop(): Promise<void> {
    const current = running;
    running = undefined;
    await current?.stop();
  }

  for (let attempt = 1; ; attempt += 1) {
    if (fixedPort === undefined) port = (await pickFreePorts(1))[0] as number;
    try {
      await start();
      break;
    } catch (error) {
      await stop();
      // A port picked by the system may be taken by another process before the service opens it.
      const portWasStolen = fixedPort === undefined && (error as Error).cause instanceof BackingPortInUse;
      if (!portWasStolen || attempt === 3) throw error;
    }
  }

  return {
    name: recipe.name,
    url: recipe.url(port),
    external: false,
    get pid() {
      return running?.pid;
    },
    async stop() {
      await stop();
      if (options.ephemeral) await rm(context.dir, { recursive: true, force: true });
    },
    async restart() {
      await stop();
      await mkdir(context.dir, { recursive: true });
      await start();
    },
  };
}

async function prepareContext(recipe: Recipe, options: BackingOptions): Promise<RecipeContext> {
  await mkdir(join(options.dataDir, recipe.name), { recursive: true });
  return {
    dir: await realpath(join(options.dataDir, recipe.name)),
    toolsDir: options.toolsDir,
    ephemeral: options.ephemeral ?? false,
    signal: options.signal,
    progress: (message) => options.onProgress?.({ name: recipe.name, message }),
  };
}

async function becomeHealthy(
  recipe: Recipe,
  port: number,
  running: GuardedProcess,
  logFile: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  let ended = false;
  void running.exited.then(() => (ended = true));
  const deadline = performance.now() + startDeadlineMs;
  for (;;) {
    signal?.throwIfAborted();
    try {
      await recipe.makeReady?.(port);
      await recipe.check(recipe.url(port));
      return;
    } catch (error) {
      const title = backingTitles[recipe.name];
      if (ended) {
        const log = await tail(logFile);
        const cause = /address (is )?already in use/i.test(log)
          ? new BackingPortInUse(recipe.name, port, undefined)
          : error;
        throw new BackingStartFailed(recipe.name, `${title} ended while starting:\n${log}`, { cause });
      }
      if (performance.now() > deadline) {
        const log = await tail(logFile);
        throw new BackingStartFailed(recipe.name, `${title} is not healthy after 60 s:\n${log}`, {
          cause: error,
        });
      }
      await sleep(25);
    }
  }
}

async function tail(logFile: string): Promise<string> {
  const log = await readFile(logFile, 'utf8').catch(() => '');
  return log.trimEnd().split('\n').slice(-8).join('\n');
}
