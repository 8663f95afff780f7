import type { apis } from '../apis.ts';
import { requestFor, type RouteRequest } from './request-for.ts';
import type { RouteInput } from './route.ts';

type Apis = typeof apis;
type AnyRoute = { [Name in keyof Apis]: Apis[Name]['routes'][keyof Apis[Name]['routes']] }[keyof Apis];
type KeyOf<R extends { method: string; path: string }> = `${Uppercase<R['method']>} ${R['path']}`;
type RoutesByKey = { [R in AnyRoute as KeyOf<R>]: R };

/** A route of the shop by what stands in its request line: `PUT /api/v1/basket/items/:itemId`. */
export type RouteKey = keyof RoutesByKey;

/** Its definition. */
export type RouteOf<Key extends RouteKey> = RoutesByKey[Key];

type RequestTo = <Key extends RouteKey>(key: Key, input: RouteInput<RouteOf<Key>>) => RouteRequest;

/**
 * As `requestFor`, by a key instead of a definition: for whoever needs the types of a route and not its schemas, such as
 * a page in the browser, where they would be a large part of the script.
 *
 * @example
 * requestTo('PUT /api/v1/basket/items/:itemId', { params: { itemId: 7 }, body: { quantity: 2 } });
 */
export const requestTo = ((key: string, input: object): RouteRequest => {
  const [method = '', path = ''] = key.split(' ');
  return requestFor<{ method: string; path: string }>({ method, path }, input);
}) as RequestTo;
