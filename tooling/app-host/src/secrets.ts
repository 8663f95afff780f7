import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';

import { wiring } from '@quayside/system';

import { HostError } from './host-error.ts';

/** By the name of the variable. */
export type Secrets = Readonly<Record<string, string>>;

/**
 * Secrets the processes have in common. Made once at random and kept in a file only its owner can read, so that
 * sessions survive a restart. The file appears whole or not at all.
 *
 * @throws HostError when something else is in the file
 */
export async function loadSecrets(path: string): Promise<Secrets> {
  const kept = parse(path, await readFile(path, 'utf8').catch(() => '{}'));
  const names = Object.keys(wiring).filter((name) => wiring[name]?.isSecret);
  const secrets = Object.fromEntries(
    names.map((name) => [name, kept[name] ?? randomBytes(32).toString('base64url')]),
  );
  await writeFile(
    `${path}.new`,
    `${JSON.stringify(secrets, null, 2)}
`,
    { mode: 0o600 },
  );
  await rename(`${path}.new`, path);
  return secrets;
}

function parse(path: string, text: string): Partial<Secrets> {
  try {
    return JSON.parse(text) as Partial<Secrets>;
  } catch (error) {
    throw new HostError(`${path} is damaged: delete it, and everybody signs in again`, { cause: error });
  }
}
