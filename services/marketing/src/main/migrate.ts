import { createPool, postgresOutbox, runMigrations, waitForServer } from '@quayside/postgres';
import { runProcess } from '@quayside/runtime';
import { campaignChanged } from '../messages/campaign-events.ts';
import { createCampaignStore } from '../store/campaign-store.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { migrateConfig } from './config.ts';
import { demoCampaigns } from './demo-campaigns.ts';

runProcess('marketing-migrate', migrateConfig, async ({ config, logger, lifecycle }) => {
  await waitForServer(config.DATABASE_URL, { logger });
  const applied = await runMigrations(config.DATABASE_URL, allMigrations);
  logger.info({ applied }, 'the schema is up to date');
  if (config.SEED_DEMO_DATA) {
    const pool = createPool({
      connectionString: config.DATABASE_URL,
      application: 'marketing migrate',
      logger,
    });
    lifecycle.add('database', () => pool.end());
    const campaigns = createCampaignStore({
      pool,
      announce: (tx, campaign) => postgresOutbox.append(tx, campaignChanged(campaign)),
    });
    for (const campaign of demoCampaigns(new Date())) await campaigns.add(campaign);
    logger.info('the demo campaigns are there');
  }
  await lifecycle.stop('done');
});
