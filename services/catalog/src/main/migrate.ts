import { postgresOutbox } from '@quayside/messaging';
import { runProcess } from '@quayside/runtime';
import { Client } from 'pg';
import { announce } from '../messages/announce.ts';
import { migrate } from '../store/migrate.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { plantCatalog } from '../store/plant-catalog.ts';
import { migrateConfig } from './config.ts';
import { loadDemoCatalog } from './demo-catalog.ts';

runProcess('catalog-migrate', migrateConfig, async ({ config, logger, lifecycle }) => {
  const client = new Client({ connectionString: config.DATABASE_URL, connectionTimeoutMillis: 10_000 });
  lifecycle.add('database', () => client.end());
  await client.connect();
  const applied = await migrate(client, allMigrations, [postgresOutbox.migration]);
  logger.info({ applied }, 'the schema is up to date');
  if (config.SEED_DEMO_DATA) {
    await client.query('BEGIN');
    const planted = await plantCatalog(client, await loadDemoCatalog(), announce);
    await client.query('COMMIT');
    logger.info(
      { planted },
      planted ? 'the demo catalog is planted' : 'the catalog is not empty, left as it is',
    );
  }
  await lifecycle.stop('done');
});
