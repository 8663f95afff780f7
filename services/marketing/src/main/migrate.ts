import { postgresOutbox } from '@quayside/messaging';
import { runProcess } from '@quayside/runtime';
import { campaignChanged } from '../messages/campaign-events.ts';
import { createCampaignStore } from '../store/campaign-store.ts';
import { migrate, migrations } from '../store/migrate.ts';
import { createPool } from '../store/pool.ts';
import { migrateConfig } from './config.ts';
import { demoCampaigns } from './demo-campaigns.ts';

runProcess('marketing-migrate', migrateConfig, async ({ config, logger, lifecycle }) => {
  const pool = createPool({ connectionString: config.DATABASE_URL, logger });
  lifecycle.add('database', () => pool.end());
  const applied = await migrate(pool, [...migrations, { name: 'outbox', sql: postgresOutbox.migration }]);
  logger.info({ applied }, 'the schema is up to date');
  if (config.SEED_DEMO_DATA) {
    const campaigns = createCampaignStore({
      pool,
      announce: (tx, campaign) => postgresOutbox.append(tx, campaignChanged(campaign)),
    });
    for (const campaign of demoCampaigns(new Date())) await campaigns.add(campaign);
    logger.info('the demo campaigns are there');
  }
  await lifecycle.stop('done');
});
