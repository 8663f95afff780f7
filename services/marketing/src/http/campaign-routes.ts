import { ok, type Api } from '@quayside/http';
import type { ListedCampaign } from '../usecases/campaigns.ts';
import { contract } from './contract.ts';

export const serveCampaigns = (
  api: Api,
  { running, now }: { running: (now: Date) => Promise<readonly ListedCampaign[]>; now: () => Date },
): void =>
  api.serve(contract, {
    listCampaigns: async () => {
      const campaigns = await running(now());
      const items = campaigns.map(
        ({ startsAt, endsAt, changedAt: _changedAt, uses: _uses, ...campaign }) => ({
          ...campaign,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        }),
      );
      // Changes come with days between them; a minute late does no harm.
      return ok({ items }, { 'cache-control': 'public, max-age=60' });
    },
  });
