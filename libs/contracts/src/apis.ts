// Generated from tooling/system/src/processes.ts; change that and run: npx pnpm generate
import { identityApi } from './identity/routes.ts';
import { catalogApi } from './catalog/routes.ts';
import { basketApi } from './basket/routes.ts';
import { orderingApi } from './ordering/routes.ts';
import { marketingApi } from './marketing/routes.ts';
import { gatewayApi } from './gateway/routes.ts';

/** The APIs behind the gateway, by the name of the process that serves each. */
export const serviceApis = {
  identity: identityApi,
  catalog: catalogApi,
  basket: basketApi,
  ordering: orderingApi,
  marketing: marketingApi,
};
export type ServiceName = keyof typeof serviceApis;

/** Every API of the shop. */
export const apis = { gateway: gatewayApi, ...serviceApis };
