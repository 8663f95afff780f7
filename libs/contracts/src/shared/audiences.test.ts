import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { apis } from '../apis.ts';
import type { Audience, RouteDefinition } from './route.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/security-rules.md'), 'utf8');

/** `/api/v1/orders` of `/api/v1/orders/:id`, and one more below `/admin`. */
const placeOf = (path: string): string => {
  const parts = path.split('/').slice(1);
  const version = parts[0] === 'api' ? 2 : 0;
  return `/${parts.slice(0, version + (parts[version] === 'admin' ? 2 : 1)).join('/')}`;
};

const defined = (): Record<string, string[]> => {
  const places = new Map<Audience, Set<string>>();
  for (const { audience, path } of Object.values(apis).flatMap((api) =>
    Object.values<RouteDefinition>(api.routes),
  ))
    places.set(audience, (places.get(audience) ?? new Set<string>()).add(placeOf(path)));
  return Object.fromEntries([...places].map(([audience, paths]) => [audience, [...paths].sort()]));
};

test('docs/security-rules.md says of every audience where it may go, and of no other place', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \| [^|]+ \| [^|]+ \| (`\/[^|]+) \|$/gm)];
  const documented = rows.map(([, audience, places = '']) => [
    audience,
    [...places.matchAll(/`([^`]+)`/g)].map(([, place]) => place),
  ]);
  expect(Object.fromEntries(documented)).toEqual(defined());
});
