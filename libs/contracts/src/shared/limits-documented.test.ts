import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { apis } from '../apis.ts';
import { actionLimits, requestLimits, type Limit } from './limits.ts';
import type { RouteDefinition } from './route.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/security-rules.md'), 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| (`[^|]+`) +\| (.+) \|$/gm)].map(([, first = '', rest = '']) => [
    first.trim(),
    rest.trim(),
  ]),
);

const figure = (count: number): string => count.toLocaleString('en-US');
const during = (seconds: number): string =>
  ({ 60: 'a minute', 300: '5 minutes', 3600: 'an hour' })[seconds] ?? `${seconds} s`;
const inWords = (limits: readonly Limit[]): string =>
  limits.map(({ by, count, seconds }) => `${figure(count)} of one ${by} in ${during(seconds)}`).join('; ');

test.each(Object.entries<readonly Limit[]>({ ...requestLimits, ...actionLimits }))(
  'docs/security-rules.md says how many calls of %s are answered',
  (action, limits) => expect(rows.get(`\`${action}\``)).toBe(inWords(limits)),
);

const uploads = Object.values(apis)
  .flatMap((api) => Object.values<RouteDefinition>(api.routes))
  .flatMap(({ method, path, upload }) =>
    upload ? [{ route: `${method.toUpperCase()} ${path}`, upload }] : [],
  );

test('docs/security-rules.md says of every route that takes a file which it may be', () => {
  const documented = [...rows].filter(([route]) => /^`(POST|PUT|PATCH) \//.test(route));
  expect(documented.map(([route]) => route).sort()).toEqual(
    uploads.map(({ route }) => `\`${route}\``).sort(),
  );
  for (const { route, upload } of uploads) {
    const [types = '', bytes, harm] =
      rows
        .get(`\`${route}\``)
        ?.split(' | ')
        .map((cell) => cell.trim()) ?? [];
    expect([...types.matchAll(/`([^`]+)`/g)].map(([, type]) => type)).toEqual(upload.types);
    expect(bytes).toBe(figure(upload.maxBytes));
    expect(harm?.length).toBeGreaterThan(20);
  }
});
