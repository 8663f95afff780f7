import type { ServiceName } from '../downstream/services.ts';
import type { IdentityNeed } from '../session/identify.ts';

export interface ProxyRoute {
  prefix: string;
  target: ServiceName | 'identity' | 'storefront';
  identity: IdentityNeed;
  /** Cookies that reach the target: none, our session (the storefront reads through us), or all but ours. */
  cookies: 'none' | 'session' | 'theirs';
  /** How long nothing may move between us and the target; streams have no limit. */
  timeoutMs: number | 'stream';
}

const api = { cookies: 'none', timeoutMs: 10_000 } as const;

/** First match wins, so the longer prefix of two stands first. What is not listed does not exist outside. */
export const routeTable: readonly ProxyRoute[] = [
  { ...api, prefix: '/api/v1/catalog', target: 'catalog', identity: 'optional' },
  { ...api, prefix: '/api/v1/basket/events', target: 'basket', identity: 'shopper', timeoutMs: 'stream' },
  { ...api, prefix: '/api/v1/basket', target: 'basket', identity: 'shopper' },
  { ...api, prefix: '/api/v1/orders/events', target: 'ordering', identity: 'user', timeoutMs: 'stream' },
  { ...api, prefix: '/api/v1/orders', target: 'ordering', identity: 'user' },
  { ...api, prefix: '/api/v1/sales-settings', target: 'ordering', identity: 'user' },
  { ...api, prefix: '/api/v1/campaigns', target: 'marketing', identity: 'none' },
  { prefix: '/identity', target: 'identity', identity: 'none', cookies: 'theirs', timeoutMs: 15_000 },
];

/** Pages: everything that is neither ours nor in the table. */
export const pageRoute: ProxyRoute = {
  prefix: '/',
  target: 'storefront',
  identity: 'none',
  cookies: 'session',
  timeoutMs: 60_000,
};
