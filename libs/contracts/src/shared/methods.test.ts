import { expect, test } from '@jest/globals';
import { apis } from '../apis.ts';
import type { RouteDefinition } from './route.ts';

const routes = Object.values(apis).flatMap((api) => Object.entries<RouteDefinition>(api.routes));

/** What only looks begins so; what changes something is named after the change. */
const looks =
  /^(get|list|read|watch|export|find|suggest|search|show|render|preview|sample|open|describe|is|has|check|print)/;
/** Steps of a sign-in are redirects, by OpenID Connect; `state` and PKCE keep them from being forged. */
const redirects = ['startSignIn', 'startRegistration', 'finishSignIn'];

test('what is asked by GET only looks, and is asked without a body', () => {
  const reading = routes.filter(([, { method }]) => method === 'get');
  expect(reading.length).toBeGreaterThan(20);
  expect(
    reading.filter(([name]) => !looks.test(name) && !redirects.includes(name)).map(([name]) => name),
  ).toEqual([]);
  expect(reading.filter(([, { body }]) => body !== undefined).map(([name]) => name)).toEqual([]);
});
