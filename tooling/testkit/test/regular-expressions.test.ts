import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const sources = globSync('{apps,services,libs}/*/{src,assets}/**/*.{ts,tsx,js}', { cwd: root })
  .filter((path) => !/\.test\.tsx?$/.test(path) && statSync(join(root, path)).isFile())
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** What stands between the parentheses that open at an index of a text. */
const inParentheses = (text: string, from: number): string => {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && (depth -= 1) === 0)
      return text
        .slice(from + 1, at)
        .replaceAll(/\s+/g, ' ')
        .trim();
  }
  return text.slice(from);
};
const madeIn = (text: string): string[] =>
  [...text.matchAll(/\bRegExp\(/g)].map(({ index, 0: call }) => inParentheses(text, index + call.length - 1));

/** Of what each regular expression is made that is not written as one. */
const known: Readonly<Record<string, readonly string[]>> = {
  // Texts of a caller, escaped; `beginning-with.test.ts` tries every sign.
  'libs/mongo/src/beginning-with.ts': ["`^${text.replaceAll(/[.*+?^${}()|[\\]\\\\/-]/g, '\\\\$&')}`"],
  // Paths of our routes.
  'libs/http/src/path-pattern.ts': [
    "`^${path.replaceAll(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&').replaceAll(/:\\w+/g, '[^/]+')}/?$`",
  ],
  // Rules of countries and schemas of routes, which are patterns of `libs/contracts`.
  'libs/contracts/src/shared/address-rules.ts': ['`^(?:${rules.postalCode})$`'],
  'apps/storefront/src/features/admin/form/form-values.ts': ["field.pattern, 'u'"],
  // Constants of the same file.
  'apps/storefront/src/worker/worker.ts': ['`\\\\s${name}="([^"]*)"`, \'i\''],
  'services/catalog/src/store/product-index/words/fold.ts': ["`[${Object.keys(plain).join('')}]`, 'gu'"],
  'services/identity/src/http/language/say.ts': ["placeholder, 'g'"],
};

test('regular expressions are made of constants and of escaped texts alone', () => {
  const made = sources
    .map(({ path, text }) => [path, madeIn(text)] as const)
    .filter(([, calls]) => calls.length > 0);
  expect(Object.fromEntries(made)).toEqual(known);
});

test('no text of a caller is a pattern to a database', () => {
  const patterns = [/\$regex|\$where|\$function/, /\s!?~\*? *\$|SIMILAR TO|regexp_\w+\([^)]*\$\{?\d/i];
  const found = sources.filter(({ text }) => patterns.some((pattern) => pattern.test(text)));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('no text of a caller is a pattern to a method that makes an expression of it', () => {
  const calls = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\.(?:match|matchAll)\((?!\/)/g)].map(({ index }) => ({ path, index, text })),
  );
  const others = calls.filter(({ path, index, text }) => {
    const isOfACache =
      path.startsWith('apps/storefront/src/') && /(cache|files\(\)\)|clients)$/.test(text.slice(0, index));
    const isOfLua = path.endsWith('scripts/coupon-uses.ts') && text.slice(index - 6, index) === 'string';
    return !isOfACache && !isOfLua;
  });
  expect(others.map(({ path }) => path)).toEqual([
    'services/catalog/src/store/product-index/words/words-of.ts',
  ]);
});
