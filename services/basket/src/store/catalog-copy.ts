import type { Campaign } from '../domain/campaign.ts';
import type { CatalogItem } from '../domain/catalog-item.ts';
import type { CatalogCopy } from '../usecases/ports.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import type { Keys } from './keys.ts';
import type { ScriptedRedis } from './scripted-redis.ts';

interface Dependencies {
  redis: ScriptedRedis;
  keys: Keys;
  now: () => Date;
}

/** The local copy of items and campaigns: one hash of each and one of their versions. */
export const createCatalogCopy = ({ redis, keys, now }: Dependencies): CatalogCopy => ({
  async keepItem(item: CatalogItem, version) {
    const kept = JSON.stringify(item);
    await answerOrUnavailable(
      redis.keepItem(keys.items, keys.itemVersions, item.id, version, kept, keys.itemChannel),
    );
  },
  async removeItem(itemId, version) {
    await answerOrUnavailable(
      redis.removeItem(keys.items, keys.itemVersions, itemId, version, keys.itemChannel),
    );
  },
  async keepCampaign(campaign: Campaign, version) {
    const kept = campaign.endsAt <= now().getTime() ? '' : JSON.stringify(campaign);
    await answerOrUnavailable(
      redis.keepCampaign(
        keys.campaigns,
        keys.campaignVersions,
        campaign.id,
        version,
        kept,
        keys.campaignChannel,
      ),
    );
  },
});
