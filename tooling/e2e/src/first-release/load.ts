import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createKafka, createPublisher } from '@quayside/messaging';
import {
  silentLogger,
  testDatabase,
  testKafka,
  testMongo,
  testRedis,
  waitUntil,
  type TestDatabase,
} from '@quayside/testkit';
import { BSON, type Db, type Document } from 'mongodb';
import type { FormerDatabase, FormerKey, FormerShop, Row } from './shop.ts';

const file = join(import.meta.dirname, '../../first-release/shop-of-release-0.1.json.gz');

/** As `first-release/make.ts` wrote it down. */
const readFormerShop = (): FormerShop => JSON.parse(gunzipSync(readFileSync(file)).toString()) as FormerShop;

/** In the form that release 0.1 kept it: in clear. */
const withSigningKey = (row: Row): Row => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const own = { kid: row['kid'], use: 'sig', alg: 'RS256' };
  return { ...row, private_jwk: { ...privateKey.export({ format: 'jwk' }), ...own } };
};

const loadDatabase = async ({ pool }: TestDatabase, former: FormerDatabase): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query(
      'CREATE TABLE schema_migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    for (const { name, sql, checksum } of former.migrations) {
      await client.query(sql);
      await client.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
    }
    await client.query('SET session_replication_role = replica');
    for (const [table, all] of Object.entries(former.tables)) {
      const rows = table === 'signing_keys' ? all.map(withSigningKey) : all;
      if (!rows[0]) continue;
      const columns = Object.keys(rows[0]).map((name) => `"${name}"`);
      await client.query(
        `INSERT INTO "${table}" (${columns.join(', ')}) OVERRIDING SYSTEM VALUE
         SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::"${table}", $1)`,
        [JSON.stringify(rows)],
      );
    }
    for (const [name, last] of Object.entries(former.sequences))
      await client.query('SELECT setval($1::regclass, $2)', [name, last]);
  } finally {
    client.release(true);
  }
};

const loadMongo = async (db: Db, collections: FormerShop['mongodb']): Promise<void> => {
  for (const [name, text] of Object.entries(collections)) {
    const documents = BSON.EJSON.parse(text, { relaxed: false }) as Document[];
    if (documents.length > 0) await db.collection(name).insertMany(documents);
  }
};

const loadRedis = async (
  redis: Awaited<ReturnType<typeof testRedis>>['redis'],
  keys: readonly FormerKey[],
): Promise<void> => {
  for (const { key, value } of keys) {
    if (typeof value === 'string') await redis.set(key, value);
    else if (!Array.isArray(value)) await redis.hset(key, value);
    else for (const fields of value) await redis.xadd(key, '*', ...fields);
  }
};

/** What each group had read when the shop closed; the catalog was stopped before it had read the last order. */
const readBy: Record<string, readonly string[]> = {
  ordering: ['basket.events.v1', 'catalog.events.v1', 'identity.events.v1'],
  marketing: ['identity.events.v1'],
};

const loadKafka = async (address: ReturnType<typeof testKafka>, topics: FormerShop['kafka']) => {
  const kafka = createKafka({ ...address, clientId: 'first-release', logger: silentLogger });
  const publisher = createPublisher(kafka);
  await publisher.start();
  await waitUntil(async () => publisher.healthy(), { describe: 'the publisher' });
  for (const [topic, messages] of Object.entries(topics))
    if (messages.length > 0)
      await publisher.send(messages.map(({ key, value, headers }) => ({ topic, key, value, headers })));
  await publisher.close();
  /** Reads, as a process of release 0.1 did; the group has it as a member until it leaves. */
  const join = async (group: string) => {
    const own = readBy[group] ?? [];
    const all = own.reduce((sum, topic) => sum + (topics[topic]?.length ?? 0), 0);
    const read = Promise.withResolvers<void>();
    let count = 0;
    const member = await (
      await kafka.driver()
    ).join({
      group: kafka.prefixed(group),
      topics: own.filter((topic) => topics[topic]?.length).map(kafka.prefixed),
      commits: true,
      maxWaitMs: 100,
      onBatch: async ({ messages, settled }) => {
        const last = messages.at(-1);
        if (last) await settled(last.offset);
        count += messages.length;
        if (count >= all) read.resolve();
        return undefined;
      },
      onJoin: () => (all === 0 ? read.resolve() : undefined),
      onEnd: (error) => read.reject(error),
    });
    return { member, hasRead: read.promise };
  };
  for (const group of Object.keys(readBy)) {
    const { member, hasRead } = await join(group);
    await hasRead;
    await member.leave();
  }
  return { kafka, join };
};

/** The shop in stores of its own, as release 0.1 left it when it was closed. */
export const loadFormerShop = async () => {
  const former = readFormerShop();
  const [identity, catalog, marketing] = [await testDatabase(), await testDatabase(), await testDatabase()];
  const databases: Record<string, TestDatabase> = { identity, catalog, marketing };
  for (const [name, database] of Object.entries(databases)) {
    const dumped = former.postgres[name];
    if (!dumped) throw new Error(`the shop of release 0.1 has no database ${name}`);
    await loadDatabase(database, dumped);
  }
  const [mongo, redis, address] = [await testMongo(), await testRedis(), testKafka()];
  await loadMongo(mongo.db, former.mongodb);
  await loadRedis(redis.redis, former.redis);
  const { kafka, join } = await loadKafka(address, former.kafka);
  return {
    ...{ former, identity, catalog, marketing, mongo, redis, address, kafka, join },
    close: async () => {
      for (const database of Object.values(databases)) await database.drop();
      await mongo.drop();
      await redis.close();
    },
  };
};

export type LoadedShop = Awaited<ReturnType<typeof loadFormerShop>>;
