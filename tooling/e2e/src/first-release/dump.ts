import { join } from 'node:path';
import { createKafka, tailTopics } from '@quayside/messaging';
import { silentLogger } from '@quayside/testkit';
import { Redis } from 'ioredis';
import { BSON, MongoClient } from 'mongodb';
import pg from 'pg';
import { eventually } from '../control.ts';
import type { FormerDatabase, FormerKey, FormerMessage, FormerShop, Row } from './shop.ts';

interface Migration {
  name: string;
  sql: string;
}

/** Sessions, tokens and keys are worth nothing a day later, and nobody's business. */
const leftOut = new Set(['oidc_models', 'schema_migrations', 'sign_in_attempts']);

const dumpDatabase = async (url: string, migrations: readonly Migration[]): Promise<FormerDatabase> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const rows = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
      (await client.query<T & object>(sql, values)).rows;
    const applied = await rows<{ name: string; checksum: string }>(
      'SELECT name, checksum FROM schema_migrations ORDER BY applied_at',
    );
    const columns = await rows<{ table: string; columns: string }>(
      `SELECT table_name AS table, string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
       GROUP BY table_name ORDER BY table_name`,
    );
    const tables: Record<string, Row[]> = {};
    for (const { table, columns: names } of columns.filter((one) => !leftOut.has(one.table)))
      tables[table] = (
        await rows<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM (SELECT ${names} FROM "${table}") t`)
      ).map(({ row }) => row);
    const sequences = await rows<{ name: string; last: string | null }>(
      `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public'`,
    );
    return {
      migrations: applied.flatMap(({ name, checksum }) => {
        const sql = migrations.find((one) => one.name === name)?.sql;
        return sql === undefined ? [] : [{ name, sql, checksum }];
      }),
      tables,
      sequences: Object.fromEntries(
        sequences.flatMap(({ name, last }) => (last === null ? [] : [[name, Number(last)]])),
      ),
    };
  } finally {
    await client.end();
  }
};

const dumpRedis = async (url: string): Promise<FormerKey[]> => {
  const redis = new Redis(url);
  try {
    const keys = (await redis.keys('basket:*')).toSorted();
    return await Promise.all(
      keys.map(async (key): Promise<FormerKey> => {
        const type = (await redis.type(key)) as FormerKey['type'];
        if (type === 'hash') return { key, type, value: await redis.hgetall(key) };
        if (type === 'stream')
          return { key, type, value: (await redis.xrange(key, '-', '+')).map(([, fields]) => fields) };
        return { key, type, value: (await redis.get(key)) ?? '' };
      }),
    );
  } finally {
    redis.disconnect();
  }
};

const dumpMongo = async (url: string): Promise<Record<string, string>> => {
  const client = await MongoClient.connect(url);
  try {
    const db = client.db('ordering');
    const names = (await db.listCollections().toArray()).map(({ name }) => name);
    const dumped = await Promise.all(
      names.map(async (name) => [
        name,
        BSON.EJSON.stringify(await db.collection(name).find().toArray(), { relaxed: false }),
      ]),
    );
    return Object.fromEntries(dumped) as Record<string, string>;
  } finally {
    await client.close();
  }
};

/** Everything that is in them; whoever asks has made sure that nothing is written any more. */
const dumpKafka = async (brokers: string, quietMs = 3000): Promise<Record<string, FormerMessage[]>> => {
  const kafka = createKafka({ brokers, clientId: 'dump', logger: silentLogger });
  const admin = await (await kafka.driver()).admin();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__')).toSorted();
  await admin.close();
  const dumped: Record<string, FormerMessage[]> = Object.fromEntries(topics.map((topic) => [topic, []]));
  let last = Date.now();
  const tail = await tailTopics(kafka, {
    topics,
    onMessage: ({ topic, partition, key, value, headers }) => {
      last = Date.now();
      dumped[topic]?.push({
        partition,
        key: key?.toString() ?? '',
        value: value?.toString() ?? '',
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, header]) => [name, header?.toString() ?? '']),
        ),
      });
    },
  });
  await eventually('nothing more to come', async () => Date.now() - last >= quietMs);
  await tail.close();
  return dumped;
};

/** A private key is of use to nobody here: whoever loads the shop makes one in its place. */
const withoutKeys = ({ tables, ...database }: FormerDatabase): FormerDatabase => ({
  ...database,
  tables: {
    ...tables,
    ...(tables['signing_keys'] && {
      signing_keys: tables['signing_keys'].map((row) => ({ ...row, private_jwk: {} })),
    }),
  },
});

const folderOf: Record<string, string> = {
  identity: 'services/identity',
  catalog: 'services/catalog',
  marketing: 'services/marketing',
};

/** All stores of a shop whose processes have stopped. */
export const dumpShop = async (
  checkout: string,
  stores: { postgres: string; redis: string; mongodb: string; kafka: string },
): Promise<Omit<FormerShop, 'commit' | 'told'>> => {
  const postgres: FormerShop['postgres'] = {};
  for (const [name, folder] of Object.entries(folderOf)) {
    const url = new URL(stores.postgres);
    url.pathname = `/${name}`;
    const { allMigrations } = (await import(
      join(checkout, folder, 'src/store/migrations/all-migrations.ts')
    )) as { allMigrations: Migration[] };
    postgres[name] = withoutKeys(await dumpDatabase(url.href, allMigrations));
  }
  return {
    postgres,
    redis: await dumpRedis(stores.redis),
    mongodb: await dumpMongo(stores.mongodb),
    kafka: await dumpKafka(stores.kafka),
  };
};
