import { runMigrations } from '@quayside/postgres';
import { testDatabase, testMongo, testRedis, testService } from '@quayside/testkit';
import { tallyOnMongo } from './tally-on-mongo.ts';
import { migrations, tallyOnPostgres } from './tally-on-postgres.ts';
import { tallyOnRedis } from './tally-on-redis.ts';

type Env = Record<string, string>;

/** What the suite needs of a kind of store: an empty one of its own, and the same service on it. */
export const kindsOfStore = {
  postgres: {
    check: 'database',
    entry: 'run-tally-on-postgres.ts',
    variable: 'DATABASE_URL',
    open: async () => {
      const database = await testDatabase();
      await runMigrations(database.url, migrations);
      return { url: database.url, close: database.drop };
    },
    build: (env: Env) => testService(tallyOnPostgres, env),
  },
  mongo: {
    check: 'mongodb',
    entry: 'run-tally-on-mongo.ts',
    variable: 'MONGODB_URL',
    open: async () => {
      const mongo = await testMongo();
      const url = new URL(mongo.url);
      // The set's members name themselves, and not a link to them.
      url.search = 'directConnection=true';
      return { url: url.href, close: mongo.drop };
    },
    build: (env: Env) => testService(tallyOnMongo, env),
  },
  redis: {
    check: 'redis',
    entry: 'run-tally-on-redis.ts',
    variable: 'REDIS_URL',
    open: async () => {
      const redis = await testRedis();
      return { url: redis.url, close: redis.close };
    },
    build: (env: Env) => testService(tallyOnRedis, env),
  },
};
