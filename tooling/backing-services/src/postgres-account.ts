import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { findProgramVersion } from './find-program.ts';

/** The account PostgreSQL runs under when we are root. */
export interface PostgresAccount {
  uid: number;
  gid: number;
  /** A command line to put before the program, which switches to the account; empty: switch by uid and gid. */
  prefix: readonly string[];
}

/**
 * PostgreSQL refuses to run as root. As root this picks the account `postgres`, else `nobody`; when that one
 * cannot reach one of the paths (a checkout below /root), it keeps the right to pass folders by `setpriv`.
 * Undefined when we are not root.
 */
export async function findPostgresAccount(paths: string[]): Promise<PostgresAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = await readFile('/etc/passwd', 'utf8');
  const row = /^postgres:.*$/m.exec(accounts) ?? /^nobody:.*$/m.exec(accounts);
  const [, , uid, gid] = (row?.[0] ?? 'nobody:x:65534:65534').split(':');
  const account = { uid: Number(uid), gid: Number(gid), prefix: [] };
  if (await allPassable(paths)) return account;
  if (!(await findProgramVersion('setpriv', ['--version'], /(\d+\.\d+)/))) return account;
  const rights = '+dac_override,+dac_read_search';
  const who = ['--reuid', account.uid, '--regid', account.gid, '--clear-groups'].map(String);
  return { ...account, prefix: ['setpriv', ...who, '--inh-caps', rights, '--ambient-caps', rights] };
}

const othersMayPass = 0o001;

async function allPassable(paths: string[]): Promise<boolean> {
  for (const path of paths) {
    for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
      if (((await stat(folder)).mode & othersMayPass) === 0) return false;
    }
  }
  return true;
}
