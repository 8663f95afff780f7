import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { reads } from '../src/reads.ts';
import { wiring } from '../src/wiring.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const [, after = ''] = read('docs/security-rules.md').split('\n### Keys\n');
const [section = ''] = after.split('\n## ');
const rows = new Map(
  [...section.matchAll(/^\| `([\w:-]+)` +\| (.+) \|$/gm)].map(([, key = '', rest = '']) => [
    key,
    rest.split(' | ').map((cell) => cell.trim()),
  ]),
);
const sources = globSync('{apps,services,libs}/*/src/**/*.ts', { cwd: root })
  .filter((path) => !/\.test\.ts$|^apps\/payment-sandbox\//.test(path))
  .map(read)
  .join('\n');
const variables = [...rows.keys()].filter((key) => /^[A-Z]/.test(key));

test('docs/security-rules.md has every key and every address with a password that a process is given', () => {
  const secret = [...sources.matchAll(/\b([A-Z][A-Z_]+): secretField\(/g)].map(([, name]) => name);
  const given = Object.values(reads).flat();
  const named = given.filter((name) =>
    /_(SECRET|KEYS?|PASSWORD|TOKEN)$|^TLS_DIR$|^OUTSIDE_PROVIDERS$/.test(name),
  );
  const inSecrets = given.filter((name) => {
    const { inCluster, isSecret } = wiring[name] ?? {};
    const command = { owner: 'any', process: { port: 1 } } as unknown as Parameters<
      NonNullable<typeof inCluster>
    >[0];
    return isSecret === true || 'secret' in (inCluster?.(command) ?? {});
  });
  const all = new Set([...secret, ...named, ...inSecrets]);
  expect(variables.sort()).toEqual([...all].sort());
});

test.each(variables)('docs/security-rules.md says which processes hold %s', (key) => {
  const [, , held = ''] = rows.get(key) ?? [];
  const job = /-(migrate|rotate-signing-key|set-admin|carry-over|move-pictures|initiate-replica-set)$/;
  const processes = Object.entries(reads)
    // One job of Ordering belongs to no process, and the sandbox is the payment company's.
    .filter(([name, names]) => names.includes(key) && !job.test(name) && name !== 'payment-sandbox')
    .map(([name]) => name);
  expect(held.split(';')[0]?.split(', ').sort()).toEqual(processes.sort());
});

test('docs/security-rules.md says how long a key is, as the code asks for it', () => {
  const lengthOf = (key: string) => rows.get(key)?.[1] ?? '';
  for (const [, key = '', call = ''] of sources.matchAll(/\b([A-Z][A-Z_]+): secretField\(([^]*?)\)/g)) {
    if (key === 'VAPID_PRIVATE_KEY') continue;
    const [, least = '32'] = /minLength: (\d+)/.exec(call) ?? [];
    expect(lengthOf(key)).toMatch(new RegExp(`^${least} characters and more`));
  }
  expect(sources).toContain('modulusLength: 3072');
  expect(lengthOf('signing_keys')).toBe('3072 bits');
  expect(sources).toContain("randomBytes(32).toString('base64'), 'EX', dayAtMostSeconds");
  expect(lengthOf('visits:salt')).toBe('32 bytes');
});

test('docs/security-rules.md has the keys that processes make, with the time of those that end by themselves', () => {
  const made = [
    ...sources.matchAll(/CREATE TABLE (\w*keys?\w*)|'gateway:([\w-]*key[\w-]*)'|`gateway:(visits:salt):/g),
  ].map(([, table, kept, salt]) => table ?? kept ?? salt ?? '');
  // Public halves, and clients of which a digest is kept.
  const noKeys = ['guest_keys', 'api_keys', 'passkeys'];
  const ofProcesses = [...rows.keys()].filter((key) => /^[a-z]/.test(key));
  expect(ofProcesses.sort()).toEqual(made.filter((name) => !noKeys.includes(name)).sort());
  const timeOf = (key: string) => rows.get(key)?.[3];
  expect(sources).toContain('dayAtMostSeconds = 25 * 3600');
  expect(timeOf('visits:salt')).toBe('25 hours');
  const inside = (file: string) => read(`deploy/k8s/components/inside-tls/${file}.yaml`);
  const durations = [...inside('certificates').matchAll(/ duration: (\w+)/g)].map(([, time]) => time);
  expect(new Set(durations)).toEqual(new Set(['2160h']));
  expect(inside('ca')).toContain('duration: 43800h');
  expect(inside('certificates') + inside('ca')).not.toMatch(/algorithm: (?!ECDSA, size: 256)/);
  expect(timeOf('TLS_DIR')).toBe('90 days');
  expect(section).toMatch(/^\| its CA [^\n]+ 5 years /m);
  expect(rows.get('signing_keys')?.[4]).toContain('2 hours');
  expect(sources).toContain('retiredSeconds = 2 * 60 * 60');
});
