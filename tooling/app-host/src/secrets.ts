import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

const names = ['paymentApiKey', 'gatewayClientSecret', 'machineClientSecret', 'cookieKey'] as const;
export type Secrets = Record<(typeof names)[number], string>;

/**
 * Secrets the processes have in common. Made once at random and kept in a file only its owner can read, so that
 * sessions survive a restart.
 */
export async function loadSecrets(path: string): Promise<Secrets> {
  const kept = JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as Partial<Secrets>;
  const secrets = Object.fromEntries(
    names.map((name) => [name, kept[name] ?? randomBytes(32).toString('base64url')]),
  ) as Secrets;
  await writeFile(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
