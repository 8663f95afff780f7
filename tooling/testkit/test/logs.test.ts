import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { securityEvents } from '@quayside/runtime';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const [, after = ''] = read('docs/operations.md').split('\n### All logs\n');
const [section = ''] = after.split('\n### ');
const [inventory = '', events = ''] = section.split('\nEvents of the security log:\n');

const sources = globSync('{apps,services,libs}/*/src/**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !/\.test\.tsx?$|^libs\/testkit\/|^apps\/payment-sandbox\//.test(path))
  .sort()
  .map((path) => ({ path, text: read(path) }));
const pathsWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

test('docs/operations.md says of every log what stands in it, in which form, where, how long, and who reads it', () => {
  const rows = [...inventory.matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) =>
    row.split(' | ').map((cell) => cell.trim()),
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter((cells) => cells.length !== 7 || cells.includes(''))).toEqual([]);
});

test('docs/operations.md has every event of the security log that anything notes, and how grave it is', () => {
  const noted = Object.entries(securityEvents).filter(([event]) =>
    sources.some(
      ({ path, text }) =>
        !/security-events\.ts$|^libs\/contracts\//.test(path) && text.includes(`'${event}'`),
    ),
  );
  const documented = [...events.matchAll(/^\| `(\w+)` +\| (\w+) +\| (.+?) +\|$/gm)].map(
    ([, ...cells]) => cells,
  );
  expect(documented).toEqual(noted.map(([event, [gravity, says]]) => [event, gravity, says]));
});

test('a process writes nothing to anywhere but as docs/operations.md says', () => {
  const writing = pathsWith(
    /\bconsole\.|process\.(stdout|stderr)|\b(createWriteStream|appendFile|writeFile)(Sync)?\(|\bpino\(|from '(node:)?(syslog|winston)/,
  );
  // One that is run by hand, to a file of sales and of nothing else.
  const bySomebody = 'services/ordering/src/main/seed-many.ts';
  expect(writing.filter((path) => path !== bySomebody && !inventory.includes(`\`${path}\``))).toEqual([]);
  const named = [...inventory.matchAll(/`((?:apps|services|libs)\/[^`]+)`/g)].map(([, path]) => path);
  expect(named.filter((path) => !writing.includes(path ?? ''))).toEqual([]);
});

test('docs/operations.md names each table and collection of a log, and how long entries of the security log are kept', () => {
  const tables = sources.flatMap(({ text }) =>
    [...text.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+)|\.collection(?:<.*>)?\('(\w+)'/g)].map(
      ([, table, collection]) => table ?? collection ?? '',
    ),
  );
  const logs = tables.filter((name) => /audit(?!Counters)|_log$|Log$|events$|letters$/.test(name));
  expect(new Set(logs).size).toBe(6);
  expect(logs.filter((name) => !inventory.includes(`\`${name}\``))).toEqual([]);
  const topics = read('libs/contracts/src/shared/topics.ts');
  const [, days] = /\[topics\.identitySecurity\]: (\d+)/.exec(topics) ?? [];
  expect(inventory).toMatch(new RegExp(`topic \`identity\\.security\\.v1\` +\\| ${days} days`));
  const [, rowDays] =
    /security_events WHERE kept_at < now\(\) - INTERVAL '(\d+) days'/.exec(
      read('services/identity/src/store/sweep-expired.ts'),
    ) ?? [];
  expect(inventory).toMatch(new RegExp(`table \`security_events\` +\\| ${rowDays} days`));
});
