import { createPool, runMigrations, waitForServer } from '@quayside/postgres';
import { runProcess } from '@quayside/runtime';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createPasswordHasher } from '../store/password-hasher.ts';
import { migrateConfig } from './config.ts';
import { seedDemoUsers } from './seed-demo-users.ts';
import { createUsers } from './users.ts';

runProcess('identity-migrate', migrateConfig, async ({ config, logger, lifecycle }) => {
  await waitForServer(config.DATABASE_URL, { logger });
  const applied = await runMigrations(config.DATABASE_URL, allMigrations);
  logger.info({ applied }, 'the schema is up to date');
  if (config.SEED_DEMO_DATA) {
    const pool = createPool({
      connectionString: config.DATABASE_URL,
      application: 'identity migrate',
      logger,
    });
    lifecycle.add('database', () => pool.end());
    const made = await seedDemoUsers({ users: createUsers(pool), passwords: createPasswordHasher() });
    logger.info({ made }, 'the demo accounts are there');
  }
  await lifecycle.stop('done');
});
