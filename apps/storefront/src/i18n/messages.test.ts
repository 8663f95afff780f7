import { expect, test } from '@jest/globals';
import { createTranslator } from 'next-intl';
import { locales } from './locales.ts';
import de from './messages/de.ts';
import en from './messages/en.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

const flat = (tree: Tree, path = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
/** What a message names: its arguments and tags, and not the words of a plural's branches. */
const namesIn = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/(?<!(?:=\d+|one|other|[A-Z]{3}) )\{(\w+)[,}]|<(\w+)>/g)].map(
      ([, name = '', tag = '']) => name || tag,
    ),
  );

const english = flat(en);
const german = new Map(flat(de));

test('both languages say the same things', () => {
  expect([...german.keys()].sort()).toEqual(english.map(([key]) => key).sort());
});

test('a message is of the same things in both; a number that German does not count by may be left out', () => {
  const different = english.filter(([key, text]) => {
    const [here, there] = [namesIn(text), namesIn(german.get(key) ?? '')];
    return (
      [...there].some((name) => !here.has(name)) ||
      [...here].some((name) => name !== 'count' && !there.has(name))
    );
  });
  expect(different).toEqual([]);
});

test.each(locales)('each message can be said: %s', (locale) => {
  const faults: unknown[] = [];
  const t = createTranslator({
    locale,
    messages: { en, de }[locale] as object,
    onError: (error) => faults.push(error.message),
  }) as unknown as { rich: (key: string, values: Record<string, unknown>) => unknown };
  for (const [key, text] of english) {
    const valueOf = (name: string) => (text.includes(`<${name}>`) ? (chunks: unknown) => chunks : 2);
    t.rich(key, Object.fromEntries([...namesIn(text)].map((name) => [name, valueOf(name)])));
  }
  expect(faults).toEqual([]);
});
