import type { RouteInput } from './route.ts';

export interface RouteRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
}

type Text = Readonly<Record<string, unknown>>;

const pathOf = (template: string, params: Text): string =>
  template.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));

const queryOf = (query: Text): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return text && `?${text}`;
};

/**
 * The request by which a route is called, for whatever sends it. It checks nothing: the service does.
 *
 * @example
 * const { method, path } = requestFor(catalogApi.routes.findItem, { params: { idOrSlug: 'skerry-deck-lamp' } });
 */
export const requestFor = <R extends { method: string; path: string }>(
  route: R,
  input: RouteInput<R>,
): RouteRequest => {
  const {
    params = {},
    query = {},
    headers = {},
    body,
  } = input as Partial<Record<'params' | 'query' | 'headers', Text> & { body: unknown }>;
  return {
    method: route.method.toUpperCase(),
    path: pathOf(route.path, params) + queryOf(query),
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(headers as Record<string, string>),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
};
