import { readFile, rm, writeFile } from 'node:fs/promises';

import { HostError } from './host-error.ts';

/**
 * One host per checkout, because its data folder can have one user only. The lock of a host that died is taken over.
 *
 * @returns releases the lock
 * @throws HostError naming the host that runs
 */
export async function lockCheckout(path: string): Promise<() => Promise<void>> {
  const mine = `${process.pid}\n`;
  for (;;) {
    try {
      await writeFile(path, mine, { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = Number(await readFile(path, 'utf8').catch(() => ''));
    if (pid > 0 && (await isHost(pid))) {
      throw new HostError(
        `Quayside already runs from this folder with pid ${pid}: stop it first (kill ${pid})`,
      );
    }
    await rm(path, { force: true });
  }
}

/** After a restart of the machine the id may belong to anything. */
async function isHost(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('main.ts');
}
