import { runJob } from '@quayside/chassis';
import { postgresMigration } from '@quayside/postgres';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createPasswordHasher } from '../store/password-hasher.ts';
import { migrateConfig } from './config.ts';
import { seedDemoUsers } from './seed-demo-users.ts';
import { createUsers } from './users.ts';

runJob(
  postgresMigration({
    name: 'identity-migrate',
    config: migrateConfig,
    migrations: allMigrations,
    seed: async ({ pool, logger }) => {
      const made = await seedDemoUsers({ users: createUsers(pool), passwords: createPasswordHasher() });
      logger.info({ made }, 'the demo accounts are there');
    },
  }),
);
