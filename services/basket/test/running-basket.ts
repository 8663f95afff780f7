import { randomBytes } from 'node:crypto';
import type { SalesSettings } from '@quayside/contracts/money';
import { connectRedis, disconnectRedis } from '@quayside/redis';
import {
  captureLogs,
  createTokenMinter,
  testKafka,
  testRedis,
  testService,
  waitUntil,
  type MintOptions,
} from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import type { Campaign } from '../src/domain/campaign.ts';
import type { CatalogItem } from '../src/domain/catalog-item.ts';
import { basket } from '../src/main/wire.ts';
import { createCatalogCopy } from '../src/store/catalog-copy.ts';
import { createKeys } from '../src/store/keys.ts';
import { defineScripts } from '../src/store/scripted-redis.ts';
import { settings, usd } from './settings.ts';

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
  const copy = createCatalogCopy({ redis: defineScripts(connection), keys, now: () => new Date() });
  await copy.keepSettings({ ...settings, version: 1 });
  let version = 1;

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
      const { availableStock, ...facts } = item;
      await copy.keepItems([{ item: facts, version: (version += 1) }]);
      await copy.keepStock([{ itemId: item.id, available: availableStock, version }]);
      return item;
    },
    /** Changes the sales settings. */
    sell: (change: Partial<SalesSettings>) =>
      copy.keepSettings({ ...settings, ...change, version: (version += 1) }),
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

/** What services show it. */
export const internalSecret = 'test-internal-secret';

/** One replica of the service, as production builds it. Without `brokers` its Kafka is a port nobody listens on. */
export const startReplica = async (
  surroundings: Surroundings,
  { brokers = '127.0.0.1:1', redisUrl = surroundings.redisUrl } = {},
) => {
  const service = testService(
    basket,
    {
      ...surroundings.minter.authConfig,
      REDIS_URL: redisUrl,
      INTERNAL_SECRET: internalSecret,
      REDIS_KEY_PREFIX: surroundings.prefix,
      KAFKA_BROKERS: brokers,
      KAFKA_TOPIC_PREFIX: surroundings.kafka.topicPrefix,
    },
    { logs: captureLogs('info') },
  );
  const reachable = redisUrl === surroundings.redisUrl;
  if (reachable)
    await waitUntil(() => service.redis.status === 'ready', { describe: 'the Redis connection' });
  const { url } = await service.listen();
  return { ...service, url };
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
