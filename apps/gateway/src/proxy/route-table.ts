import {
  deprecationHeaders,
  gatewayApi,
  isForStaff,
  isInternal,
  isStream,
  serviceApis,
  type CostlyAction,
  type RouteDefinition,
  type ServiceName,
} from '@quayside/contracts';
import type { IdentityNeed } from '../session/identify.ts';

export interface ProxyRoute {
  /** As it is called in metrics. */
  path: string;
  target: ServiceName | 'storefront' | 'old-system';
  identity: IdentityNeed;
  /** Whether a read for everybody has more for staff. */
  showsMoreToStaff?: boolean;
  /** Cookies that reach the target: none, our session (the storefront reads through us), or all but ours. */
  cookies: 'none' | 'session' | 'theirs';
  /** How long nothing may move between us and the target; streams have no limit. */
  timeoutMs: number | 'stream';
  /** The same for reads, where it is less. */
  readTimeoutMs?: number;
  /** The parameter of its path that names a user whose sessions end with its success. */
  endsSessionsOf?: string;
  /** Whether the last answer may stand in for the next: it is the same for everybody, and names nobody. */
  mayBeStale?: boolean;
  /** Told with every answer, whoever gives it. */
  headers?: Readonly<Record<string, string>>;
  /** What a call is counted as, beside being one. */
  costs?: CostlyAction | undefined;
}

export interface ServiceRoute extends ProxyRoute {
  method: string;
  isForStaff: boolean;
}

const serviceTimeoutMs = 10_000;
/** Less than the 8 s that a page waits for one of them: else it had gone before it was told. */
const readTimeoutMs = 5000;
/** Where the last answer may stand in, sooner. */
const staleAfterMs = 3000;

const identityOf = ({ audience, showsMoreTo }: RouteDefinition): IdentityNeed => {
  if (audience === 'public') return showsMoreTo ? 'optional' : 'none';
  return audience === 'shopper' ? 'shopper' : 'user';
};

const mayBeStale = (route: RouteDefinition): boolean =>
  route.method === 'get' &&
  route.audience === 'public' &&
  !route.showsMoreTo &&
  !route.namesPeople &&
  // What a header says may be why an answer is somebody's own.
  !route.headers &&
  !isStream(route) &&
  route.costs !== 'asset';

/** What the gateway passes on to services: every route of theirs that is not for other processes alone. */
export const serviceRoutes: readonly ServiceRoute[] = Object.entries(serviceApis).flatMap(([name, api]) =>
  Object.values<RouteDefinition>(api.routes)
    .filter((route) => !isInternal(route))
    .map((route) => ({ route, mayBeStale: mayBeStale(route) }))
    .map(({ route, mayBeStale }) => ({
      method: route.method.toUpperCase(),
      path: route.path,
      isForStaff: isForStaff(route),
      target: name as ServiceName,
      identity: identityOf(route),
      cookies: 'none',
      timeoutMs: isStream(route) ? 'stream' : serviceTimeoutMs,
      readTimeoutMs: mayBeStale ? staleAfterMs : readTimeoutMs,
      showsMoreToStaff: route.showsMoreTo !== undefined && route.showsMoreTo !== 'user',
      headers: deprecationHeaders(route),
      ...(route.endsSessionsOf && { endsSessionsOf: route.endsSessionsOf }),
      costs: route.costs === 'asset' ? undefined : route.costs,
      mayBeStale,
    })),
);

/** What the gateway answers itself. */
export const ownRoutes = Object.values<RouteDefinition>(gatewayApi.routes).map((route) => ({
  method: route.method.toUpperCase(),
  path: route.path,
  isForStaff: isForStaff(route),
}));

/** The OpenID provider and its pages, which know their own routes. */
export const providerRoute: ProxyRoute = {
  path: '/identity',
  target: 'identity',
  identity: 'none',
  cookies: 'theirs',
  timeoutMs: 15_000,
  readTimeoutMs,
};

/** Pages: everything that is neither ours nor a service's. */
export const pageRoute: ProxyRoute = {
  path: '/',
  target: 'storefront',
  identity: 'none',
  cookies: 'session',
  timeoutMs: 60_000,
};
