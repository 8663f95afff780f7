import { chmod, copyFile, lstat, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';

import { fetchTool } from './fetch-tool.ts';
import { MachineFault } from './machine-fault.ts';
import type { PostgresAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { runClient } from './run-client.ts';

/** Where every account may go and programs usually may run; the first one that serves is used. */
const places = ['/var/cache/quayside', '/var/lib/quayside', '/tmp/quayside-of-root'];

/**
 * A copy of the programs that another account can run, whatever folder the checkout is in and whatever its files
 * allow: made once for each version, owned by root and writable by nobody else.
 *
 * @returns the folder of the copy
 * @throws MachineFault when the account can run it nowhere
 */
export async function copyForAccount(
  { root, version }: PostgresBinaries,
  account: PostgresAccount,
  announce: () => void,
): Promise<string> {
  let reason: unknown;
  for (const place of places) {
    try {
      await makeSafe(place);
      const name = `postgresql-${version}-${process.platform}-${process.arch}`;
      const copy = await fetchTool(place, name, async (into) => {
        announce();
        await copyReadable(root, into);
      });
      await runClient(join(copy, 'bin', 'postgres'), ['--version'], '/', account);
      return copy;
    } catch (error) {
      reason = error;
    }
  }
  const why = (reason as Error).message.replace(/^.* failed: /, '');
  throw new MachineFault(
    `it refuses to run as root, and user ${account.uid} cannot run a copy of it (${why}): run as an ordinary user`,
    { cause: reason },
  );
}

/** The folder must be ours alone to change, since what is in it will be run. */
async function makeSafe(place: string): Promise<void> {
  await mkdir(place, { recursive: true });
  const found = await lstat(place);
  if (!found.isDirectory() || found.uid !== 0) throw new MachineFault(`${place} does not belong to root`);
  await chmod(place, 0o755);
}

/** Every account may read the copy, also when root's files are for root alone (umask 077). */
async function copyReadable(from: string, to: string): Promise<void> {
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await mkdir(target);
      await copyReadable(source, target);
    } else if (entry.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else if (!entry.name.endsWith('.a')) {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      await chmod(target, (await lstat(source)).mode & 0o100 ? 0o755 : 0o644);
    }
  }
}
