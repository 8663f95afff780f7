import { runCarryOver } from '@quayside/chassis';
import { postgresCarryOver } from '@quayside/postgres';
import { countGoods } from '../store/count-goods.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { carryOverConfig } from './config.ts';
import { tellStockOfBefore } from './tell-stock-of-before.ts';

runCarryOver(
  postgresCarryOver({
    service: 'catalog',
    config: carryOverConfig,
    migrations: allMigrations,
    open: ({ pool, logger }) => ({
      complete: async () => {
        await tellStockOfBefore({ pool, logger });
        return countGoods(pool);
      },
    }),
  }),
);
