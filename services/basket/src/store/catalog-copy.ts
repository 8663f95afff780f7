import type { Campaign } from '../domain/campaign.ts';
import type { CatalogCopy } from '../usecases/ports.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import type { Keys } from './keys.ts';
import type { ScriptedRedis } from './scripted-redis.ts';
import { throwFirstFailure } from './throw-first-failure.ts';

interface Dependencies {
  redis: ScriptedRedis;
  keys: Keys;
  now: () => Date;
}

/** Of several of one aggregate, the newest. */
const newestOf = <T extends { readonly version: number }>(
  changes: readonly T[],
  idOf: (change: T) => number,
): T[] => {
  const newest = new Map<number, T>();
  for (const change of changes) {
    const known = newest.get(idOf(change));
    if (!known || known.version < change.version) newest.set(idOf(change), change);
  }
  return [...newest.values()];
};

/** The local copy of items, their stock, campaigns and coupons: one hash of each and one of their versions; and of the sales settings. */
export const createCatalogCopy = ({ redis, keys, now }: Dependencies): CatalogCopy => {
  const keep = async (kept: string, versions: string, id: string, campaign: Campaign, version: number) => {
    const at = now().getTime();
    const text = campaign.endsAt <= at ? '' : JSON.stringify(campaign);
    await answerOrUnavailable(
      redis.keepCampaign(kept, versions, id, version, text, keys.campaignChannel, at),
    );
  };
  return {
    async keepItems(changes) {
      const pipeline = redis.pipeline();
      for (const { item, version } of newestOf(changes, (change) => change.item.id)) {
        const kept = JSON.stringify(item);
        pipeline.keepItem(
          keys.items,
          keys.itemVersions,
          keys.stock,
          item.id,
          version,
          kept,
          keys.itemChannel,
        );
      }
      await answerOrUnavailable(pipeline.exec().then(throwFirstFailure));
    },
    async keepStock(changes) {
      const pipeline = redis.pipeline();
      for (const { itemId, available, version } of newestOf(changes, (change) => change.itemId)) {
        pipeline.keepStock(
          keys.items,
          keys.stock,
          keys.stockVersions,
          itemId,
          version,
          available,
          keys.itemChannel,
        );
      }
      await answerOrUnavailable(pipeline.exec().then(throwFirstFailure));
    },
    async removeItem(itemId, version) {
      await answerOrUnavailable(
        redis.removeItem(keys.items, keys.itemVersions, keys.stock, itemId, version, keys.itemChannel),
      );
    },
    keepCampaign: (campaign, version) =>
      keep(keys.campaigns, keys.campaignVersions, campaign.id, campaign, version),
    keepCoupon: (coupon, version) => keep(keys.coupons, keys.couponVersions, coupon.code, coupon, version),
    async keepSettings({ version, ...settings }) {
      await answerOrUnavailable(
        redis.keepSettings(keys.settings, version, JSON.stringify(settings), keys.settingsChannel),
      );
    },
  };
};
