import { chmod, chown, lchown, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The account PostgreSQL runs under when we are root. */
export interface PostgresAccount {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. As root this picks the owner of the data, else the account `postgres`, else
 * `nobody`. Undefined when we are not root.
 */
export async function findPostgresAccount(data: string): Promise<PostgresAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(data).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const row = /^postgres:.*$/m.exec(accounts) ?? /^nobody:.*$/m.exec(accounts);
  const [, , uid, gid] = (row?.[0] ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Gives the account the folder, and all below it where root had made that, as by a copy of a whole checkout. */
export async function handOver(dir: string, { uid, gid }: PostgresAccount): Promise<void> {
  await chown(dir, uid, gid);
  const data = join(dir, 'data');
  if ((await stat(data).catch(() => undefined))?.uid !== 0) return;
  await chown(data, uid, gid);
  await chmod(data, 0o700);
  for (const entry of await readdir(data, { recursive: true })) await lchown(join(data, entry), uid, gid);
}
