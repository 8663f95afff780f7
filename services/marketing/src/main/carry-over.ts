import { runCarryOver } from '@quayside/chassis';
import { postgresCarryOver } from '@quayside/postgres';
import { countCampaigns } from '../store/count-campaigns.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { carryOverConfig } from './config.ts';

runCarryOver(
  postgresCarryOver({
    service: 'marketing',
    config: carryOverConfig,
    migrations: allMigrations,
    open: ({ pool }) => ({ complete: () => countCampaigns(pool) }),
  }),
);
