import {
  basketEvents,
  catalogEvents,
  identityEvents,
  marketingEvents,
  orderingEvents,
  type EventData,
} from '@quayside/contracts';
import { on, onMany } from '@quayside/messaging';
import type { Campaign, Coupon } from '../domain/campaign.ts';
import type { ItemFacts } from '../domain/catalog-item.ts';
import type { CatalogCopy, CouponUses, KeptDetails } from '../usecases/ports.ts';
import type { DraftOrderStore } from '../usecases/draft-order-store.ts';
import type { WishStore } from '../usecases/wishlists.ts';

/**
 * What the basket listens to. `item-price-changed` is not among it: `item-changed` carries the new price too, and
 * telling the shopper from it makes sure that the page that then reads the basket sees what it was told about.
 */
export const createSubscriptions = (
  copy: CatalogCopy,
  details: KeptDetails,
  wishes: Pick<WishStore, 'forget'>,
  uses: CouponUses,
  drafts: Pick<DraftOrderStore, 'forget'>,
) => [
  onMany(catalogEvents.itemChanged, (received) =>
    copy.keepItems(received.map(({ event: { data } }) => ({ item: toItem(data), version: data.version }))),
  ),
  onMany(catalogEvents.stockChanged, (received) =>
    copy.keepStock(received.map(({ event: { data } }) => data)),
  ),
  on(catalogEvents.itemRemoved, ({ data }) => copy.removeItem(data.itemId, data.version)),
  on(marketingEvents.campaignChangedV2, ({ data }) => copy.keepCampaign(campaignInTexts(data), data.version)),
  // Of a Marketing of before; of one that tells both it is not newer than what is kept.
  on(marketingEvents.campaignChanged, ({ data }) => copy.keepCampaign(toCampaign(data), data.version)),
  on(marketingEvents.couponChanged, ({ data }) => copy.keepCoupon(toCoupon(data), data.version)),
  on(orderingEvents.salesSettingsChanged, ({ data }) => copy.keepSettings(data)),
  // Ordering has them from now on.
  onMany(orderingEvents.orderSubmitted, (received) =>
    details.drop(received.map(({ event: { data } }) => data)),
  ),
  // Its own: what it did not take down when the order was placed.
  onMany(basketEvents.checkedOut, (received) =>
    uses.note(
      received.flatMap(
        ({
          event: {
            data: { orderId, buyerId, coupon: code },
          },
        }) => (code === undefined ? [] : [{ orderId, buyerId, code }]),
      ),
    ),
  ),
  onMany(orderingEvents.orderCancelled, (received) =>
    uses.giveBack(received.map(({ event: { data } }) => data.orderId)),
  ),
  on(identityEvents.userDeleted, async ({ data }) => {
    await details.forget(data.userId);
    await wishes.forget(data.userId);
    await drafts.forget(data.userId);
  }),
];

const toItem = (item: EventData<typeof catalogEvents.itemChanged>): ItemFacts => ({
  id: item.id,
  slug: item.slug,
  name: item.name,
  ...(item.slugs && { slugs: item.slugs }),
  ...(item.names && { names: item.names }),
  typeSlug: item.type.slug,
  price: item.price,
  ...(item.prices && { prices: item.prices }),
  ...(item.weightGrams !== undefined && { weight: item.weightGrams }),
  ...(item.taxClass !== undefined && { taxClass: item.taxClass }),
  pictureUrl: item.pictureUrl,
  active: item.active,
});

const toCoupon = (coupon: EventData<typeof marketingEvents.couponChanged>): Coupon => ({
  ...toCampaign(coupon),
  code: coupon.code,
  ...(coupon.maxUses !== undefined && { maxUses: coupon.maxUses }),
  ...(coupon.maxUsesPerCustomer !== undefined && { maxUsesPerCustomer: coupon.maxUsesPerCustomer }),
});

const campaignInTexts = ({
  language,
  texts,
  ...campaign
}: EventData<typeof marketingEvents.campaignChangedV2>): Campaign => {
  const { [language]: own, ...others } = Object.fromEntries(
    Object.entries(texts).map(([one, { name }]) => [one, name]),
  );
  return toCampaign({
    ...campaign,
    name: own ?? '',
    ...(Object.keys(others).length > 0 && { names: others }),
  });
};

type Discounting = Omit<EventData<typeof marketingEvents.couponChanged>, 'code'>;

const toCampaign = (campaign: Discounting): Campaign => ({
  id: campaign.id,
  name: campaign.name,
  ...(campaign.names && { names: campaign.names }),
  discountPercent: campaign.discountPercent,
  ...(campaign.typeSlug === undefined ? {} : { typeSlug: campaign.typeSlug }),
  startsAt: Date.parse(campaign.startsAt),
  endsAt: Date.parse(campaign.endsAt),
});
