import { randomBytes } from 'node:crypto';
import { connectRedis, disconnectRedis } from '@quayside/redis';
import { createLifecycle, createMetrics, loadConfig } from '@quayside/runtime';
import {
  captureLogs,
  createTokenMinter,
  testKafka,
  testRedis,
  waitUntil,
  type MintOptions,
} from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import type { Campaign } from '../src/domain/campaign.ts';
import type { CatalogItem } from '../src/domain/catalog-item.ts';
import { usd } from '../src/domain/money.ts';
import { basketConfig } from '../src/main/config.ts';
import { createBasket } from '../src/main/wire.ts';
import { createCatalogCopy } from '../src/store/catalog-copy.ts';
import { createKeys } from '../src/store/keys.ts';
import { defineScripts } from '../src/store/scripted-redis.ts';

/** What the replicas of one test file share: a Redis database, a key and topic prefix, and the keys of tokens. */
export const openSurroundings = async () => {
  const redis = await testRedis();
  const kafka = testKafka();
  const minter = await createTokenMinter();
  const { logger } = captureLogs();
  // Redis pub/sub knows no databases: the prefix keeps test files apart.
  const prefix = `test-${randomBytes(4).toString('hex')}:`;
  const keys = createKeys(prefix);
  const connection = connectRedis({ url: redis.url, name: 'test', logger });
  await waitUntil(() => connection.status === 'ready', { describe: 'the Redis connection' });
  const copy = createCatalogCopy({ redis: defineScripts(connection), keys, now: Date.now });
  let version = 0;

  return {
    redis: redis.redis,
    redisUrl: redis.url,
    kafka,
    minter,
    prefix,
    keys,
    /** Puts an item into the copy as its newest version. */
    stock: async (change: Partial<CatalogItem> & { id: number }): Promise<CatalogItem> => {
      const item = anItem(change);
      await copy.keepItem(item, (version += 1));
      return item;
    },
    removeFromCatalog: (itemId: number) => copy.removeItem(itemId, (version += 1)),
    campaign: async (change: Partial<Campaign>): Promise<Campaign> => {
      const campaign = {
        id: uuidv7(),
        name: 'Regatta week',
        discountPercent: 10,
        startsAt: Date.now() - 1000,
        endsAt: Date.now() + 60_000,
        ...change,
      };
      await copy.keepCampaign(campaign, (version += 1));
      return campaign;
    },
    close: async () => {
      await disconnectRedis(connection);
      await minter.close();
      await redis.close();
    },
  };
};
export type Surroundings = Awaited<ReturnType<typeof openSurroundings>>;

const anItem = (change: Partial<CatalogItem> & { id: number }): CatalogItem => ({
  slug: `item-${change.id}`,
  name: `Item ${change.id}`,
  typeSlug: 'tents',
  price: usd(20_000),
  availableStock: 10,
  pictureUrl: `/pictures/${change.id}.webp`,
  active: true,
  ...change,
});

/** One replica of the service, as production builds it. Without `brokers` its Kafka is a port nobody listens on. */
export const startReplica = async (
  surroundings: Surroundings,
  { brokers = '127.0.0.1:1', redisUrl = surroundings.redisUrl } = {},
) => {
  const { logger, lines } = captureLogs('info');
  const lifecycle = createLifecycle({ logger });
  const config = loadConfig(basketConfig, {
    NODE_ENV: 'test',
    PORT: '0',
    ...surroundings.minter.authConfig,
    REDIS_URL: redisUrl,
    REDIS_KEY_PREFIX: surroundings.prefix,
    KAFKA_BROKERS: brokers,
    KAFKA_TOPIC_PREFIX: surroundings.kafka.topicPrefix,
  });
  const basket = createBasket({ config, logger, lifecycle, metrics: createMetrics('basket') });
  const reachable = redisUrl === surroundings.redisUrl;
  if (reachable) await waitUntil(() => basket.redis.status === 'ready', { describe: 'the Redis connection' });
  const server = await basket.api.listen({ host: '127.0.0.1', port: 0 });
  lifecycle.add('http', server);
  return {
    ...basket,
    url: `http://127.0.0.1:${server.port}`,
    logs: lines,
    health: lifecycle.health,
    stop: () => lifecycle.stop('end of test'),
  };
};
export type Replica = Awaited<ReturnType<typeof startReplica>>;

/** A signed-in shopper or a guest, with the header that says so. */
export const aShopper = async ({ minter }: Surroundings, options: MintOptions = {}) => {
  const id = options.id ?? uuidv7();
  return { id, token: await minter.shopper({ ...options, id }) };
};
export const aGuest = async ({ minter }: Surroundings) => {
  const id = `guest:${uuidv7()}`;
  return { id, token: await minter.guest(id) };
};
