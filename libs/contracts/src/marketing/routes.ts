import { z } from 'zod';
import { defineApi } from '../shared/api.ts';
import { defineRoute } from '../shared/route.ts';
import { campaignList } from './http.ts';

export const marketingApi = defineApi({
  name: 'marketing',
  title: 'Marketing',
  problems: {
    'campaigns-unavailable': { status: 503, title: 'Campaigns are out of reach right now', retryAfter: 1 },
  },
  routes: {
    listCampaigns: defineRoute({
      method: 'get',
      path: '/api/v1/campaigns',
      summary: 'Campaigns running now, the latest started first',
      audience: 'public',
      query: z.strictObject({}),
      answers: { 200: { description: 'The running campaigns', schema: campaignList } },
      problems: ['campaigns-unavailable'],
    }),
  },
});
