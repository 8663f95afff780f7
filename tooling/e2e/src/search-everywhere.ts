import type { TailedMessage } from '@quayside/messaging';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import pg from 'pg';
import type { StoreUrls } from './stack.ts';

/** A word as it may stand in text, in base64 at whatever offset (as in a token), in hexadecimal, or in a URL. */
export const disguisesOf = (word: string): string[] => {
  const base64 = [0, 1, 2].map((offset) => {
    const whole = Buffer.from('x'.repeat(offset) + word).toString('base64url');
    // The first and last letters stand for bits of the neighbours too.
    return whole.slice(offset === 0 ? 0 : offset + 1, -2);
  });
  const all = [word, ...base64, Buffer.from(word).toString('hex'), encodeURIComponent(word)];
  return [...new Set(all.map((one) => one.toLowerCase()))];
};

export const holds = (text: string, words: readonly string[]): boolean => {
  const small = text.toLowerCase();
  return words.some((word) => small.includes(word));
};

const inPostgres = async (url: string, words: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  const query = async <T extends object>(database: string, text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: url.replace(/\/postgres$/, `/${database}`) });
    await client.connect();
    try {
      return (await client.query<T>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  const databases = await query<{ name: string }>(
    'postgres',
    'SELECT datname AS name FROM pg_database WHERE NOT datistemplate',
  );
  for (const database of databases) {
    const tables = await query<{ name: string }>(
      database.name,
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    for (const table of tables) {
      const hits = await query(
        database.name,
        `SELECT 1 FROM ${table.name} AS kept WHERE lower(kept::text) LIKE ANY ($1) LIMIT 1`,
        [words.map((word) => `%${word}%`)],
      );
      if (hits.length > 0) found.push(`postgres ${database.name} ${table.name}`);
    }
  }
  return found;
};

const valueOf = async (redis: Redis, key: string): Promise<unknown> => {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      return undefined;
  }
};

const inRedis = async (url: string, words: readonly string[]): Promise<string[]> => {
  const redis = new Redis(url);
  try {
    const found: string[] = [];
    for (let database = 0; database < 16; database += 1) {
      await redis.select(database);
      for (const key of await redis.keys('*')) {
        const text = JSON.stringify([key, await valueOf(redis, key)]);
        if (holds(text, words)) found.push(`redis ${database} ${key}`);
      }
    }
    return found;
  } finally {
    redis.disconnect();
  }
};

const inMongo = async (url: string, words: readonly string[]): Promise<string[]> => {
  const client = await MongoClient.connect(`${url}&directConnection=true`);
  try {
    const found: string[] = [];
    const { databases } = await client.db().admin().listDatabases();
    // The server's own journals: `local`, which ends by its size, and in `config` what repeats writes, which ends with a session.
    for (const { name } of databases.filter((one) => !['local', 'config'].includes(one.name))) {
      for (const collection of await client.db(name).collections()) {
        for await (const document of collection.find()) {
          if (holds(JSON.stringify(document), words))
            found.push(`mongodb ${name} ${collection.collectionName}`);
        }
      }
    }
    return found;
  } finally {
    await client.close();
  }
};

/** Where in any table, key or collection of the stores one of these words stands. */
export const searchStores = async (urls: StoreUrls, words: readonly string[]): Promise<string[]> => {
  const found = [
    await inPostgres(urls.postgres, words),
    await inRedis(urls.redis, words),
    await inMongo(urls.mongodb, words),
  ];
  return [...new Set(found.flat())];
};

/** Key, headers and value of a message as text. */
export const textOf = ({ key, value, headers }: TailedMessage): string =>
  [key, value, ...Object.entries(headers).flat()].map((part) => part?.toString() ?? '').join('\n');
