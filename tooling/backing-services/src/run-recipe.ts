import { lstat, mkdir, readdir, readFile, realpath, rm, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { backingTitles } from './backing.ts';
import type { BackingName, BackingOptions, RunningBacking } from './backing.ts';
import {
  BackingDataUnfit,
  BackingError,
  BackingPortInUse,
  BackingPrerequisiteMissing,
  BackingStartFailed,
} from './backing-error.ts';
import { claimPort } from './claim-port.ts';
import { pickFreePorts } from './free-ports.ts';
import { spawnGuarded } from './guarded-process.ts';
import type { GuardedProcess } from './guarded-process.ts';
import { explainFault } from './machine-fault.ts';
import type { Recipe, RecipeContext } from './recipe.ts';
import { tellingLine } from './telling-line.ts';

const startDeadlineMs = 60_000;

/** Starts one service as a native process and keeps hold of it. */
export async function runRecipe(recipe: Recipe, options: BackingOptions): Promise<RunningBacking> {
  const fixedPort = options.ports?.[recipe.name];
  const title = backingTitles[recipe.name];
  const missing = await recipe.findMissing(options.toolsDir);
  if (missing)
    throw new BackingPrerequisiteMissing(recipe.name, `${title} needs ${missing.missing}: ${missing.mend}`);
  const context = await prepareContext(recipe, options);

  let running: GuardedProcess | undefined;
  let port = fixedPort ?? 0;

  async function start(): Promise<void> {
    await claimPort(recipe.name, port, context);
    const launch = await recipe.prepare(context, port).catch((error: unknown) => {
      throw cannotPrepare(recipe, error);
    });
    options.signal?.throwIfAborted();
    context.progress('starting');
    const started = performance.now();
    const logFile = join(context.dir, 'output.log');
    const current = await spawnGuarded({ ...launch, cwd: context.dir, logFile });
    running = current;
    await becomeHealthy(recipe, port, current, { ...context, logFile });
    context.progress(`ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    void current.exited.then(async (exit) => {
      if (running !== current) return;
      running = undefined;
      options.onExit?.({ name: recipe.name, ...exit, logTail: lastLines(await readLog(logFile)) });
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
  const dir = join(options.dataDir, recipe.name);
  await mkdir(dir, { recursive: true });
  await requireOwn(recipe.name, dir);
  return {
    dir: await realpath(dir),
    toolsDir: resolve(options.toolsDir),
    ephemeral: options.ephemeral ?? false,
    kafkaSecured: options.kafkaSecured,
    kafkaAdvertisedPort: options.kafkaAdvertisedPort,
    signal: options.signal,
    progress: (message) => options.onProgress?.({ name: recipe.name, message }),
  };
}

/** What root or somebody else started here once belongs to them. */
async function requireOwn(name: BackingName, dir: string): Promise<void> {
  const me = process.getuid?.() ?? 0;
  if (me === 0) return;
  for (const entry of ['.', ...(await readdir(dir).catch(() => []))]) {
    const { uid } = await lstat(join(dir, entry));
    if (uid !== me) throw new BackingDataUnfit(name, dir, `it belongs to user ${uid}, and this is ${me}`);
  }
}

/** A fault of the machine gets the name of the service and what else can be done. */
function cannotPrepare(recipe: Recipe, error: unknown): unknown {
  const fault = error instanceof BackingError ? undefined : explainFault(error);
  if (fault === undefined) return error;
  const title = backingTitles[recipe.name];
  return new BackingStartFailed(recipe.name, `${title}: ${fault}; or ${recipe.instead}`, { cause: error });
}

async function becomeHealthy(
  recipe: Recipe,
  port: number,
  running: GuardedProcess,
  { dir, logFile, ephemeral, signal }: RecipeContext & { logFile: string },
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
      const isLate = performance.now() > deadline;
      if (!ended && !isLate) {
        await sleep(25);
        continue;
      }
      const log = await readLog(logFile);
      const unfit = recipe.explainData(log);
      if (unfit) throw new BackingDataUnfit(recipe.name, dir, unfit, { cause: error });
      const how = ended ? 'ended while starting' : 'is not healthy after 60 s';
      const whole = ephemeral ? '' : ` (all it said: ${logFile})`;
      const cause =
        ended && saysPortIsTaken(log) ? new BackingPortInUse(recipe.name, port, undefined) : error;
      throw new BackingStartFailed(
        recipe.name,
        `${backingTitles[recipe.name]} ${how}: ${(await isFull(dir)) ? diskFull : tellingLine(log)}${whole}`,
        { cause },
      );
    }
  }
}

/** On a full disk a server cannot even say so. */
const isFull = (dir: string): Promise<boolean> => statfs(dir).then(({ bavail }) => bavail === 0);

const diskFull = 'no space is left on its disk: free some, or work on another one';

const saysPortIsTaken = (log: string): boolean => /address (is )?already in use/i.test(log);

const readLog = (logFile: string): Promise<string> => readFile(logFile, 'utf8').catch(() => '');

const lastLines = (log: string): string => log.trimEnd().split('\n').slice(-8).join('\n');
