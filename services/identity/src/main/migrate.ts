import { postgresOutbox } from '@quayside/messaging';
import { runProcess } from '@quayside/runtime';
import { migrate, migrations } from '../store/migrate.ts';
import { createPasswordHasher } from '../store/password-hasher.ts';
import { createPool } from '../store/pool.ts';
import { migrateConfig } from './config.ts';
import { seedDemoUsers } from './seed-demo-users.ts';
import { createUsers } from './users.ts';

runProcess('identity-migrate', migrateConfig, async ({ config, logger, lifecycle }) => {
  const pool = createPool({ connectionString: config.DATABASE_URL, logger });
  lifecycle.add('database', () => pool.end());
  const applied = await migrate(pool, [...migrations, { name: 'outbox', sql: postgresOutbox.migration }]);
  logger.info({ applied }, 'the schema is up to date');
  if (config.SEED_DEMO_DATA) {
    const made = await seedDemoUsers({ users: createUsers(pool), passwords: createPasswordHasher() });
    logger.info({ made }, 'the demo accounts are there');
  }
  await lifecycle.stop('done');
});
