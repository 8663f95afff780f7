import { createPool, inTransaction, runMigrations, waitForServer } from '@quayside/postgres';
import { runProcess } from '@quayside/runtime';
import { announce } from '../messages/announce.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { seedCatalog } from '../store/seed-catalog.ts';
import { migrateConfig } from './config.ts';
import { loadDemoCatalog } from './demo-catalog.ts';

runProcess('catalog-migrate', migrateConfig, async ({ config, logger, lifecycle }) => {
  await waitForServer(config.DATABASE_URL, { logger });
  const applied = await runMigrations(config.DATABASE_URL, allMigrations);
  logger.info({ applied }, 'the schema is up to date');
  if (config.SEED_DEMO_DATA) {
    const pool = createPool({
      connectionString: config.DATABASE_URL,
      application: 'catalog migrate',
      logger,
    });
    lifecycle.add('database', () => pool.end());
    const demo = await loadDemoCatalog();
    const seeded = await inTransaction(pool, (tx) => seedCatalog(tx, demo, announce));
    logger.info(
      { seeded },
      seeded ? 'the demo catalog is seeded' : 'the catalog is not empty, left as it is',
    );
  }
  await lifecycle.stop('done');
});
