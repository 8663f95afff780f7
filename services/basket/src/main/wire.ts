import { defineService } from '@quayside/chassis';
import { demoSalesSettings, maxWishes } from '@quayside/contracts';
import { connectPatientRedis, disconnectRedis, redisStore } from '@quayside/redis';
import { v7 as uuidv7 } from 'uuid';
import { serveBasket } from '../http/basket-routes.ts';
import { serveCheckout } from '../http/checkout-route.ts';
import { serveCoupons } from '../http/coupon-routes.ts';
import { serveDetails } from '../http/details-route.ts';
import { serveDraftOrders, serveLinkedOrders } from '../http/draft-order-routes.ts';
import { serveBasketEvents } from '../http/events-route.ts';
import { serveMerge } from '../http/merge-route.ts';
import { createRecogniseGuest } from '../http/recognise-guest.ts';
import { serveWishlists } from '../http/wishlist-routes.ts';
import { serveTerms } from '../http/terms-routes.ts';
import { toOutboxFields } from '../messages/checked-out.ts';
import { linkRequestFields } from '../messages/payment-link-requested.ts';
import { createSubscriptions } from '../messages/subscriptions.ts';
import { createBasketStore } from '../store/basket-store.ts';
import { createCatalogCopy } from '../store/catalog-copy.ts';
import { createCouponUses } from '../store/coupon-uses.ts';
import { createDraftOrderStore } from '../store/draft-order-store.ts';
import { createKeptDetails } from '../store/kept-details.ts';
import { createKeys } from '../store/keys.ts';
import { createOpenBaskets } from '../store/open-baskets.ts';
import { defineScripts } from '../store/scripted-redis.ts';
import { createWishStore } from '../store/wish-store.ts';
import { watchDurability } from '../store/watch-durability.ts';
import { createCheckOutBasket } from '../usecases/check-out-basket.ts';
import { createChooseTerms } from '../usecases/choose-terms.ts';
import { createDraftOrders } from '../usecases/draft-orders.ts';
import { createGetBasket } from '../usecases/get-basket.ts';
import { createMergeGuestBasket } from '../usecases/merge-guest-basket.ts';
import { createLinkedOrders } from '../usecases/pay-linked-order.ts';
import { createRemoveItem } from '../usecases/remove-item.ts';
import { createAddItem, createSetItemQuantity } from '../usecases/set-item-quantity.ts';
import { createDropCoupon, createUseCoupon } from '../usecases/use-coupon.ts';
import { createWishlists } from '../usecases/wishlists.ts';
import { basketConfig, type BasketConfig } from './config.ts';

export const basket = defineService({
  name: 'basket',
  config: basketConfig,
  store: redisStore({ outbox: (config: BasketConfig) => createKeys(config.REDIS_KEY_PREFIX).outbox }),
  build: ({ config, logger, lifecycle, now, auth, store: { redis } }) => {
    const keys = createKeys(config.REDIS_KEY_PREFIX);
    watchDurability(redis, logger);
    const subscriber = connectPatientRedis({ url: config.REDIS_URL, name: 'basket-subscriber', logger });
    lifecycle.add('redis subscriber', () => disconnectRedis(subscriber));
    const scripts = defineScripts(redis);
    const store = createBasketStore({
      redis: scripts,
      keys,
      toOutboxFields,
      firstSettings: demoSalesSettings,
    });
    const details = createKeptDetails({ redis, keys });
    const wishes = createWishStore({ redis, scripts, keys, max: maxWishes });
    const drafts = createDraftOrderStore({
      ...{ redis, scripts, keys, now },
      toOutboxFields: linkRequestFields,
    });
    const openBaskets = createOpenBaskets({ subscriber, keys, read: store.read });

    const shop = { store, now };
    const checkOutBasket = createCheckOutBasket({ ...shop, newOrderId: uuidv7 });
    const draftOrders = createDraftOrders({ ...shop, drafts, newId: uuidv7 });
    const linkedOrders = createLinkedOrders({ ...shop, drafts, show: draftOrders.show, newId: uuidv7 });
    const recogniseGuest = createRecogniseGuest(auth);
    return {
      routes: (api) => {
        serveBasket(api, {
          getBasket: createGetBasket(shop),
          setItemQuantity: createSetItemQuantity(shop),
          addItem: createAddItem(shop),
          removeItem: createRemoveItem(shop),
        });
        serveTerms(api, { chooseTerms: createChooseTerms(shop), readSettings: store.readSettings });
        serveCoupons(api, { useCoupon: createUseCoupon(shop), dropCoupon: createDropCoupon(shop) });
        serveBasketEvents(api, { openBaskets });
        serveCheckout(api, { checkOutBasket, logger });
        serveDraftOrders(api, { draftOrders, linkedOrders, now, logger });
        serveLinkedOrders(api, { draftOrders, linkedOrders, now, logger });
        serveDetails(api, { details });
        serveWishlists(api, { wishlists: createWishlists({ ...shop, wishes }) });
        serveMerge(api, { mergeGuestBasket: createMergeGuestBasket({ ...shop, recogniseGuest, wishes }) });
      },
      subscriptions: createSubscriptions(
        createCatalogCopy({ redis: scripts, keys, now }),
        details,
        wishes,
        createCouponUses({ redis: scripts, keys }),
        drafts,
      ),
      // Baskets and checkout work without Kafka, from the copy and the outbox in Redis.
      consumer: {
        copyIsThere: async () => (await redis.exists(keys.items, keys.stock, keys.settings)) === 3,
      },
      exposed: { redis, keys },
    };
  },
});
