import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const [, after = ''] = read('docs/security-rules.md').split('\n## Classes of data\n');
const [section = ''] = after.split('\n## ');
/** Rows of each table, head and rule left out. */
const [rules = [], readers = [], places = []] = section
  .split(/\n{2,}/)
  .map((block) => block.trim())
  .filter((block) => block.startsWith('|'))
  .map((block) =>
    block
      .split('\n')
      .slice(2)
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );

const codeOf = (pattern: string): string =>
  globSync(pattern, { cwd: root })
    .filter((path) => !/\.test\.ts$/.test(path))
    .map(read)
    .join('\n');
const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name.replaceAll(/[:-]+$/g, ''));

const tablesIn = (code: string): string[] => {
  const gone = namesIn(code, /DROP TABLE (?:IF EXISTS )?(\w+)/g);
  const renamed = new Map(
    [...code.matchAll(/ALTER TABLE (\w+) RENAME TO (\w+)/g)].map(([, from, to]) => [from, to]),
  );
  return namesIn(code, /CREATE TABLE (?:IF NOT EXISTS )?(\w+)/g)
    .filter((name) => !gone.includes(name))
    .map((name) => renamed.get(name) ?? name);
};
const ofBasket = codeOf('services/basket/src/store/keys.ts');

/** All that anything is kept in, as the code names it. */
const kept: Readonly<Record<string, string[]>> = {
  'PostgreSQL of Identity': tablesIn(codeOf('services/identity/src/**/*.ts')),
  'PostgreSQL of Catalog': tablesIn(codeOf('services/catalog/src/**/*.ts')),
  'PostgreSQL of Marketing': tablesIn(codeOf('services/marketing/src/**/*.ts')),
  'PostgreSQL of each': tablesIn(codeOf('libs/*/src/**/*.ts')),
  'MongoDB of Ordering': namesIn(
    codeOf('services/ordering/src/**/*.ts') + codeOf('libs/mongo/src/**/*.ts'),
    /\.collection(?:<.*>)?\(\s*'(\w+)'/g,
  ),
  'Redis of the gateway': namesIn(codeOf('apps/gateway/src/**/*.ts'), /['`]gateway:((?:[a-z-]+:?)+)/g),
  'Redis of Basket': namesIn(ofBasket, /`\$\{prefix\}([a-z:-]+)/g).filter((name) => name !== 'none'),
  topics: namesIn(codeOf('libs/contracts/src/shared/topics.ts'), /'(\w+\.\w+\.v\d+)'/g),
};
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

test.each(Object.entries(kept))(
  'docs/security-rules.md says of what class everything is in %s',
  (store, names) => {
    const rows = places.filter(([, where]) => where === store);
    const listed = rows.flatMap(([, , what = '']) => namesIn(what, /`([^`]+)`/g));
    expect(names.length).toBeGreaterThan(0);
    expect(unique(listed)).toEqual(unique(names));
    expect(rows.length).toBe(new Set(rows.map(([kind]) => kind)).size);
  },
);

test('docs/security-rules.md has rules for every class of data', () => {
  const classes = rules.map(([kind]) => kind);
  expect(classes).toEqual(['secret', 'payment', 'personal', 'of the business', 'published']);
  expect(readers.map(([kind]) => kind)).toEqual(classes);
  expect([...rules, ...readers].flat().filter((cell) => cell === '')).toEqual([]);
  // Card numbers are kept nowhere.
  expect(unique(places.map(([kind = '']) => kind))).toEqual(
    unique(classes.filter((kind) => kind !== 'payment') as string[]),
  );
  expect(unique(places.map(([, store = '']) => store))).toEqual(unique(Object.keys(kept)));
});

test('a service that keeps anything is looked at', () => {
  const withStores = globSync('{services,apps}/*/src/store', { cwd: root }).map((path) => path.split('/')[1]);
  expect(withStores.sort()).toEqual(['basket', 'catalog', 'identity', 'marketing', 'ordering']);
});
