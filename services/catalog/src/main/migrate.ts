import { runJob } from '@quayside/chassis';
import { inTransaction, postgresMigration } from '@quayside/postgres';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { seedCatalog } from '../store/seed-catalog.ts';
import { migrateConfig } from './config.ts';
import { loadDemoCatalog } from './demo-catalog.ts';
import { announce, tellStockOfBefore } from './tell-stock-of-before.ts';

runJob(
  postgresMigration({
    name: 'catalog-migrate',
    config: migrateConfig,
    migrations: allMigrations,
    complete: tellStockOfBefore,
    seed: async ({ pool, logger }) => {
      const demo = await loadDemoCatalog();
      const seeded = await inTransaction(pool, (tx) => seedCatalog(tx, demo, announce));
      logger.info(
        { seeded },
        seeded ? 'the demo catalog is seeded' : 'the catalog is not empty, left as it is',
      );
    },
  }),
);
