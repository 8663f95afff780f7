import { orderingApi, type ProblemDefinition } from '@quayside/contracts';
import type { OrderErrorCode } from '../domain/order-error.ts';
import type { SalesSettingsFaultCode } from '../domain/sales-settings-error.ts';

/** What ordering serves; every error of its domain has a problem there. */
export const contract = orderingApi satisfies {
  problems: Record<OrderErrorCode | SalesSettingsFaultCode | 'stale-version', ProblemDefinition>;
};
