import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const beatMs = 1_000;
const silenceMs = 15_000;

/**
 * Makes sure that `<toolsDir>/<folder>` exists, filling it with `fetch` when it does not. Several processes may ask
 * at the same time: one fetches under a lock, the others wait; the folder appears whole by a rename or not at all.
 * What a process that died had fetched is deleted, and its lock is taken over.
 *
 * @returns the path of the folder
 */
export async function fetchTool(
  toolsDir: string,
  folder: string,
  fetch: (into: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<string> {
  const target = join(toolsDir, folder);
  if (await exists(target)) return target;
  await mkdir(toolsDir, { recursive: true });
  const release = await lock(join(toolsDir, `${folder}.lock`), signal);
  const scratch = join(toolsDir, `${folder}.partial-${process.pid}`);
  try {
    if (await exists(target)) return target;
    await removeAbandoned(toolsDir, `${folder}.partial`);
    await mkdir(scratch);
    await fetch(scratch);
    await rename(scratch, target).catch(async (error: unknown) => {
      if (!(await exists(target))) throw error; // else another one took our lock for abandoned, and was faster
    });
    return target;
  } finally {
    await rm(scratch, { recursive: true, force: true });
    await release();
  }
}

/** True when the path exists. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function removeAbandoned(toolsDir: string, prefix: string): Promise<void> {
  for (const entry of await readdir(toolsDir)) {
    if (!entry.startsWith(prefix)) continue;
    const pid = Number(entry.slice(prefix.length + 1));
    if (pid === process.pid || !isAlive(pid))
      await rm(join(toolsDir, entry), { recursive: true, force: true });
  }
}

/** A lock file is kept fresh by who holds it: an id alone says little, as systems give them out again. */
async function lock(path: string, signal: AbortSignal | undefined): Promise<() => Promise<void>> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (await isAbandoned(path)) await rm(path, { force: true });
      else await sleep(100);
    }
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {}); // somebody took it over
  }, beatMs);
  return async () => {
    clearInterval(beat);
    await rm(path, { force: true });
  };
}

async function isAbandoned(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''));
  if (pid > 0 && !isAlive(pid)) return true;
  const info = await stat(path).catch(() => undefined);
  return info !== undefined && Math.abs(Date.now() - info.mtimeMs) > silenceMs;
}

/** True when a process with this id exists, also somebody else's. */
export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
