import { problemMap, type ProblemMap } from '@quayside/http';
import type { CampaignsUnavailable } from '../domain/campaigns-unavailable.ts';

/** The one place where an error of marketing becomes an HTTP answer. */
export const problems = problemMap({
  'campaigns-unavailable': {
    status: 503,
    title: 'Campaigns are out of reach right now',
    headers: { 'retry-after': '1' },
  },
} satisfies Record<CampaignsUnavailable['code'], ProblemMap[string]>);
