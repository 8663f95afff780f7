import { createApi, tokenVerifierFrom } from '@quayside/http';
import { createConsumer, createKafka, createPublisher, kafkaAccess } from '@quayside/messaging';
import {
  connectPatientRedis,
  connectRedis,
  createRedisOutboxRelay,
  disconnectRedis,
  redisIsAway,
} from '@quayside/redis';
import type { ProcessContext } from '@quayside/runtime';
import { v7 as uuidv7 } from 'uuid';
import { defaultTotalsPolicy } from '../domain/totals.ts';
import { addBasketRoutes } from '../http/basket-routes.ts';
import { addCheckoutRoute } from '../http/checkout-route.ts';
import { addEventsRoute } from '../http/events-route.ts';
import { addMergeRoute } from '../http/merge-route.ts';
import { problems } from '../http/problems.ts';
import { createRecogniseGuest } from '../http/recognise-guest.ts';
import { toOutboxFields } from '../messages/checked-out.ts';
import { subscriptions } from '../messages/subscriptions.ts';
import { createBasketStore } from '../store/basket-store.ts';
import { createCatalogCopy } from '../store/catalog-copy.ts';
import { createKeys } from '../store/keys.ts';
import { createOpenBaskets } from '../store/open-baskets.ts';
import { defineScripts } from '../store/scripted-redis.ts';
import { watchDurability } from '../store/watch-durability.ts';
import { createCheckOutBasket } from '../usecases/check-out-basket.ts';
import { createGetBasket } from '../usecases/get-basket.ts';
import { createMergeGuestBasket } from '../usecases/merge-guest-basket.ts';
import { createRemoveItem } from '../usecases/remove-item.ts';
import { createSetItemQuantity } from '../usecases/set-item-quantity.ts';
import type { BasketConfig } from './config.ts';

/** The whole service, built and not yet started. It may be started without Redis and Kafka. */
export const createBasket = (
  { config, logger, lifecycle, metrics }: ProcessContext<BasketConfig>,
  { now = Date.now }: { now?: () => number } = {},
) => {
  const { health } = lifecycle;
  const keys = createKeys(config.REDIS_KEY_PREFIX);
  const policy = { ...defaultTotalsPolicy, taxBasisPoints: config.TAX_BASIS_POINTS };

  const redis = connectRedis({ url: config.REDIS_URL, name: 'basket', logger });
  lifecycle.add('redis', () => disconnectRedis(redis));
  watchDurability(redis, logger);
  const subscriber = connectPatientRedis({ url: config.REDIS_URL, name: 'basket-subscriber', logger });
  lifecycle.add('redis subscriber', () => disconnectRedis(subscriber));
  const scripts = defineScripts(redis);
  const store = createBasketStore({ redis: scripts, keys, toOutboxFields });
  const openBaskets = createOpenBaskets({ subscriber, keys, read: store.read });

  const kafka = createKafka({
    ...kafkaAccess(config),
    clientId: 'basket',
    logger,
  });
  const publisher = createPublisher(kafka);
  lifecycle.add('publisher', publisher);
  const relay = createRedisOutboxRelay({ redis, stream: keys.outbox, publisher, logger });
  lifecycle.add('outbox relay', relay);
  const consumer = createConsumer({
    kafka,
    group: 'basket',
    subscriptions: subscriptions(createCatalogCopy({ redis: scripts, keys, now })),
    isAway: redisIsAway,
    publisher,
    hasLostItsCopy: async () => (await redis.exists(keys.items)) === 0,
    logger,
  });
  lifecycle.add('consumer', consumer);

  // Kafka is not asked: baskets and checkout work without it, from the copy and the outbox in Redis.
  health.addCheck('redis', async () => void (await redis.ping()));
  health.addCheck('catalog copy', async () => {
    if (!consumer.healthy() && (await redis.exists(keys.items)) === 0)
      throw new Error('no item received yet');
  });

  const auth = tokenVerifierFrom(config);
  const api = createApi({
    logger,
    health,
    metrics,
    auth,
    problems,
    title: 'Quayside Basket',
    version: '1',
    checkAnswers: config.NODE_ENV !== 'production',
  });
  const shop = { store, policy, now };
  addBasketRoutes(api, {
    getBasket: createGetBasket(shop),
    setItemQuantity: createSetItemQuantity(shop),
    removeItem: createRemoveItem(shop),
  });
  addEventsRoute(api, { openBaskets });
  addCheckoutRoute(api, { checkOutBasket: createCheckOutBasket({ ...shop, newOrderId: uuidv7 }), logger });
  addMergeRoute(api, {
    mergeGuestBasket: createMergeGuestBasket({ ...shop, recogniseGuest: createRecogniseGuest(auth) }),
  });

  return { api, redis, publisher, relay, consumer, keys };
};
