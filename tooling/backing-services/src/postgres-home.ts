import { join } from 'node:path';

import { findPostgresAccount, handOver } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { copyForAccount } from './postgres-for-root.ts';

/** How PostgreSQL's programs are run on one data folder. */
export interface PostgresHome {
  /** The folder of the cluster, as the programs see it when they work in the folder above. */
  data: string;
  /** Command line, and account, of one of the programs. */
  run(
    program: 'initdb' | 'postgres',
    args: readonly string[],
  ): { command: string; args: string[]; uid?: number; gid?: number };
  /** Makes a file readable for the account that runs them. */
  own: { uid: number; gid: number } | undefined;
}

// Holds the working folder open: through that handle the account reaches its data below folders it may not enter.
const holdFolder = ['-c', 'exec 4<. && exec "$@"', 'sh'];

/**
 * Finds the account and the copy of the programs that can serve the cluster in `dir`. Only root needs another
 * account: its checkout may be a folder that this one cannot enter (below /root, from `mktemp -d`).
 *
 * @throws MachineFault when root may not become anybody else
 */
export async function openPostgresHome(
  dir: string,
  binaries: PostgresBinaries,
  announceCopy: () => void,
): Promise<PostgresHome> {
  const account = await findPostgresAccount(join(dir, 'data'));
  if (!account) {
    return {
      data: 'data',
      run: (program, args) => ({ command: join(binaries.root, 'bin', program), args: [...args] }),
      own: undefined,
    };
  }
  const root = await copyForAccount(binaries, account, announceCopy);
  await handOver(dir, account);
  const throughHandle = process.platform === 'linux';
  return {
    data: throughHandle ? '/proc/self/fd/4/data' : 'data',
    run(program, args) {
      const line = [join(root, 'bin', program), ...args];
      return throughHandle
        ? { command: '/bin/sh', args: [...holdFolder, ...line], ...account }
        : { command: line[0] as string, args: line.slice(1), ...account };
    },
    own: account,
  };
}
