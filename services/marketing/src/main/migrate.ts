import { runJob } from '@quayside/chassis';
import { postgresMigration, postgresOutbox } from '@quayside/postgres';
import { campaignEvents } from '../messages/campaign-events.ts';
import { createCampaignSeed } from '../store/campaign-store.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { migrateConfig } from './config.ts';
import { demoCampaigns } from './demo-campaigns.ts';

runJob(
  postgresMigration({
    name: 'marketing-migrate',
    config: migrateConfig,
    migrations: allMigrations,
    seed: async ({ pool, logger }) => {
      const add = createCampaignSeed({
        pool,
        announce: (tx, campaign) => postgresOutbox.append(tx, ...campaignEvents(campaign)),
      });
      for (const campaign of demoCampaigns(new Date())) await add(campaign);
      logger.info('the demo campaigns are there');
    },
  }),
);
