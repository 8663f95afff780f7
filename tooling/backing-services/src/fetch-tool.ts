import { execFile } from 'node:child_process';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/**
 * Makes sure that `<toolsDir>/<folder>` exists, filling it with `fetch` when it does not. Two processes may ask at
 * the same time: one fetches under a lock, the other waits; the folder appears whole by a rename or not at all.
 * A lock left by a dead process is taken over.
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
  try {
    if (await exists(target)) return target;
    const scratch = join(toolsDir, `${folder}.partial`);
    await rm(scratch, { recursive: true, force: true });
    await mkdir(scratch);
    await fetch(scratch);
    await rename(scratch, target);
    return target;
  } finally {
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

/**
 * Runs a package client such as pip or mvn.
 *
 * @throws Error with the last line it wrote when it fails or takes longer than ten minutes
 */
export async function runClient(
  command: string,
  args: string[],
  cwd: string,
  options: { uid?: number; gid?: number; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  try {
    await promisify(execFile)(command, args, {
      cwd,
      ...options,
      timeout: 600_000,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
    const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => /error/i.test(line));
    const reason = lines.at(-1)?.trim() ?? (error as Error).message;
    throw new Error(`${command} ${args.slice(0, 3).join(' ')} failed: ${reason}`, { cause: error });
  }
}

async function lock(path: string, signal: AbortSignal | undefined): Promise<() => Promise<void>> {
  for (;;) {
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (await isAbandoned(path)) await rm(path, { force: true });
      else await sleep(100, undefined, { ...(signal && { signal }) });
    }
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''));
  if (pid > 0) return !isAlive(pid);
  // Created but not yet written: give its maker a moment.
  const info = await stat(path).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs > 5_000;
}

/** True when a process with this id exists, also somebody else's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
