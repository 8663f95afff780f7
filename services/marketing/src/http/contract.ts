import { marketingApi, type ProblemDefinition } from '@quayside/contracts';
import type { CampaignsUnavailable } from '../domain/campaigns-unavailable.ts';
import type { SalesUnavailable } from '../domain/sales-unavailable.ts';

/** What marketing serves; every error of its domain has a problem there. */
export const contract = marketingApi satisfies {
  problems: Record<(CampaignsUnavailable | SalesUnavailable)['code'], ProblemDefinition>;
};
