import { campaignList } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import { z } from 'zod';
import type { Campaign } from '../domain/campaign.ts';

export const mountCampaignRoutes = (
  api: Api,
  { running, now }: { running: (now: Date) => Promise<readonly Campaign[]>; now: () => Date },
): void => {
  api.route({
    method: 'get',
    path: '/api/v1/campaigns',
    summary: 'Campaigns running now, the latest started first',
    tags: ['campaigns'],
    auth: 'none',
    query: z.strictObject({}),
    responses: { 200: { description: 'The running campaigns', schema: campaignList } },
    problems: ['campaigns-unavailable'],
    handler: async () => {
      const campaigns = await running(now());
      const items = campaigns.map(({ startsAt, endsAt, ...campaign }) => ({
        ...campaign,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      }));
      // Changes come with days between them; a minute late does no harm.
      return ok({ items }, { 'cache-control': 'public, max-age=60' });
    },
  });
};
