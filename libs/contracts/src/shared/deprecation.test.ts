import { expect, test } from '@jest/globals';
import { apis } from '../apis.ts';
import { deprecationHeaders } from './deprecation.ts';
import type { RouteDefinition } from './route.ts';

const routes = Object.values(apis).flatMap((api) => Object.values<RouteDefinition>(api.routes));
const deprecated = routes.filter((route) => route.deprecated);
const halfAYearMs = 182 * 86_400_000;

test('a route that will go says since when, until when, and what is in its place', () => {
  const since = { since: '2026-11-28', sunset: '2027-11-30', successor: '/api/v2/catalog/types' } as const;
  expect(deprecationHeaders({ deprecated: since })).toEqual({
    deprecation: '@1795824000',
    sunset: 'Tue, 30 Nov 2027 00:00:00 GMT',
    link: '</api/v2/catalog/types>; rel="successor-version"',
  });
  expect(deprecationHeaders({})).toEqual({});
});

test('what is in the place of a route is there, at a later version, and for the same people', () => {
  expect(deprecated.length).toBeGreaterThan(0);
  for (const { path, method, audience, deprecated: told } of deprecated) {
    const successor = routes.find((route) => route.path === told?.successor && route.method === method);
    expect([path, successor?.audience]).toEqual([path, audience]);
    expect(successor?.deprecated).toBeUndefined();
    expect(told?.successor.startsWith('/api/v2/')).toBe(true);
  }
});

test('nobody has less than half a year to move', () => {
  for (const { deprecated: told } of deprecated)
    expect(Date.parse(told?.sunset ?? '') - Date.parse(told?.since ?? '')).toBeGreaterThan(halfAYearMs);
});
