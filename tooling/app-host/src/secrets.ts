import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

import { wiring } from '@quayside/system';

/** By the name of the variable. */
export type Secrets = Readonly<Record<string, string>>;

/**
 * Secrets the processes have in common. Made once at random and kept in a file only its owner can read, so that
 * sessions survive a restart.
 */
export async function loadSecrets(path: string): Promise<Secrets> {
  const kept = JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as Partial<Secrets>;
  const names = Object.keys(wiring).filter((name) => wiring[name]?.isSecret);
  const secrets = Object.fromEntries(
    names.map((name) => [name, kept[name] ?? randomBytes(32).toString('base64url')]),
  );
  await writeFile(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
