import { runJob } from '@quayside/chassis';
import { inTransaction, postgresMigration } from '@quayside/postgres';
import { announce as tell } from '../messages/announce.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { seedCatalog } from '../store/seed-catalog.ts';
import { tellUntoldStock } from '../store/tell-untold-stock.ts';
import { migrateConfig } from './config.ts';
import { loadDemoCatalog } from './demo-catalog.ts';
import { tellOtherNames } from '../store/tell-other-names.ts';

const announce = tellOtherNames(tell);

runJob(
  postgresMigration({
    name: 'catalog-migrate',
    config: migrateConfig,
    migrations: allMigrations,
    complete: async ({ pool, logger }) => {
      const told = await inTransaction(pool, (tx) => tellUntoldStock(tx, announce));
      if (told > 0) logger.info({ told }, 'stock from before it had events of its own is told');
    },
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
