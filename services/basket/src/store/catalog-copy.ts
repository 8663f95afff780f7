import type { Campaign } from '../domain/campaign.ts';
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
  async keepItems(changes) {
    const newest = new Map<number, (typeof changes)[number]>();
    for (const change of changes) {
      const known = newest.get(change.item.id);
      if (!known || known.version < change.version) newest.set(change.item.id, change);
    }
    const pipeline = redis.pipeline();
    for (const { item, version } of newest.values()) {
      const kept = JSON.stringify(item);
      pipeline.keepItem(keys.items, keys.itemVersions, item.id, version, kept, keys.itemChannel);
    }
    await answerOrUnavailable(pipeline.exec().then(throwFirstFailure));
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

const throwFirstFailure = (replies: [error: Error | null, reply: unknown][] | null): void => {
  const failure = replies?.find(([error]) => error)?.[0];
  if (failure) throw failure;
};
