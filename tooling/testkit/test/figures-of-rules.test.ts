import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/security-rules.md');
const sectionOf = (title: string): string => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

const numbersIn = (text: string): string[] =>
  [...text.replaceAll(/(?<=\d)[,_](?=\d{3})/g, '').matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number);

/** What the code says of a constant, a field or a variable: up to the end of it. */
const saidOf = (path: string, name: string): string => {
  const said = [
    ...read(path).matchAll(
      new RegExp(`\\b${name}\\b(?: = |: | \\?\\? |\\()[^;]*?(?=;|,\\n|\\}\\n|\\n\\n)`, 'g'),
    ),
  ];
  const spread = [
    ...read(path).matchAll(new RegExp(`\\b${name}: (?:integerField|amounts)[^]{0,300}?\\n  \\)`, 'g')),
  ];
  return [...said, ...spread].map(([text]) => text).join('\n');
};

const figures = ['Limits of the business', 'What is costly', 'Files that are taken'].flatMap((title) =>
  [...sectionOf(title).matchAll(/^\| (.+) \| (.+) \| (.+) \| `([^`]+)` `(\w+)` +\|$/gm)].map(
    ([, what = '', second = '', third = '', path = '', name = '']) => {
      const bound = title === 'Limits of the business' ? second : `${second} ${third}`;
      return { title, what, bound: bound.replaceAll(/\b503\b/g, ''), path, name };
    },
  ),
);

test.each(figures)(
  'docs/security-rules.md has the figure of the code: $what, $name',
  ({ bound, path, name }) => {
    const numbers = numbersIn(bound);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbersIn(saidOf(path, name))).toEqual(expect.arrayContaining(numbers));
  },
);

test('docs/security-rules.md has every limit of the business that the contracts and the domains name', () => {
  const named = globSync('{libs/contracts/src,services/*/src/domain}/**/*.ts', { cwd: root })
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) =>
      [
        ...read(path).matchAll(
          /^(?:export )?const ((?:max|most|longest)[A-Z]\w*|\w+(?:AtMost|Limits)) = (?!\()/gm,
        ),
      ].map(([, name = '']) => name),
    );
  const variables = globSync('services/*/src/main/config.ts', { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/^ {2}(\w+_(?:LIMIT|SECONDS|DAYS)):/gm)].map(([, name = '']) => name),
  );
  expect([named.length, variables.length].every((count) => count > 4)).toBe(true);
  const documented = figures.map(({ name }) => name);
  // Counts of calls have a table of their own, and the tries of a mail follow from the waits between them.
  const elsewhere = ['requestLimits', 'actionLimits', 'signInLimits', 'attemptsAtMost'];
  expect([...named, ...variables].filter((name) => ![...documented, ...elsewhere].includes(name))).toEqual(
    [],
  );
});
