import { serviceApis, type ServiceName } from '@quayside/contracts';
import { insideTlsConfig, networksField, staffConfig, staffIdleConfig } from '@quayside/http';
import { integerField, processConfig, secretField, serviceUrl, timeZoneConfig } from '@quayside/runtime';
import { z } from 'zod';

const http = (what: string) => serviceUrl(['http', 'https'], what);

type UrlVariable<Name extends ServiceName> = `${Uppercase<Name>}_URL`;
type ServiceUrls = { [Name in ServiceName as UrlVariable<Name>]: ReturnType<typeof http> };

const names = Object.keys(serviceApis) as ServiceName[];
const urlVariable = (name: ServiceName) => `${name.toUpperCase()}_URL` as UrlVariable<ServiceName>;

const serviceUrls = Object.fromEntries(
  names.map((name) => [urlVariable(name), http(serviceApis[name].title)]),
) as ServiceUrls;

export const gatewayConfig = z
  .object({
    ...processConfig,
    ...insideTlsConfig,
    ...staffConfig,
    ...staffIdleConfig,
    ...timeZoneConfig,
    MANAGEMENT_PORT: integerField(
      0,
      65535,
      8081,
      'port of the probes, the metrics and the guest keys; not public',
    ),
    PUBLIC_ORIGIN: http('the one origin the browser sees, for example http://localhost:8080'),
    TRUSTED_PROXY_HOPS: integerField(
      0,
      8,
      0,
      'proxies of your own in front of the gateway, each of which adds the address that it was called from',
    ),
    TRUSTED_PROXY_HEADER: z
      .enum(['x-forwarded-for', 'forwarded'])
      .default('x-forwarded-for')
      .describe('the header they add it to'),
    ADMIN_NETWORKS: networksField(
      'networks by comma, such as 192.0.2.0/24,2001:db8::/32, from which alone admin pages and calls are open; absent: from everywhere',
    ),
    LIMIT_FACTOR: z.coerce
      .number()
      .min(0)
      .max(100_000)
      .default(1)
      .describe('by how much limits of calls and streams are multiplied, for load tests; 0 is no limits'),
    HSTS: z
      .string()
      .regex(/^(off|max-age=\d+(; ?includeSubDomains)?(; ?preload)?)$/)
      .default('max-age=31536000; includeSubDomains')
      .describe('Strict-Transport-Security where the public origin is https; off sends none'),
    REDIS_URL: serviceUrl(['redis', 'rediss'], 'where sessions are kept'),
    STOREFRONT_URL: http('storefront'),
    ...serviceUrls,
    OLD_SYSTEM_URL: http(
      'a system that is being replaced, which answers a part of what is asked below OLD_SYSTEM_PREFIX',
    ).optional(),
    OLD_SYSTEM_PREFIX: z
      .string()
      .regex(/^\/api(\/[a-z0-9-]+)+$/, 'must be a path below /api, such as /api/v1/campaigns')
      .optional()
      .describe('the addresses that it answers, such as /api/v1/campaigns; absent: none'),
    PAYMENT_FORM_URL: http('card form of the payment company, shown in an iframe'),
    GATEWAY_CLIENT_SECRET: secretField('secret of the OpenID client quayside-gateway'),
  })
  .refine(
    ({ OLD_SYSTEM_URL, OLD_SYSTEM_PREFIX }) =>
      (OLD_SYSTEM_URL === undefined) === (OLD_SYSTEM_PREFIX === undefined),
    { path: ['OLD_SYSTEM_PREFIX'], error: 'goes with OLD_SYSTEM_URL: set both, or neither' },
  );
export type GatewayConfig = z.infer<typeof gatewayConfig>;

/** Where each service is. */
export const serviceUrlsOf = (config: GatewayConfig): Record<ServiceName, string> =>
  Object.fromEntries(names.map((name) => [name, config[urlVariable(name)]])) as Record<ServiceName, string>;
