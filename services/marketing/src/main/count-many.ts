import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { runJob } from '@quayside/chassis';
import { soldOrder, type SoldOrder } from '@quayside/contracts';
import { inTransaction, postgresJob } from '@quayside/postgres';
import { countSold } from '../store/count-sold.ts';
import { countManyConfig } from './config.ts';

const atOnce = 1000;

/** Counts the sales of made-up orders, as Ordering's generator wrote them down. */
runJob(
  postgresJob({
    name: 'marketing-count-many',
    config: countManyConfig,
    run: async ({ config, pool, logger }) => {
      let counted = 0;
      let batch: SoldOrder[] = [];
      const flush = async (): Promise<void> => {
        const orders = batch;
        batch = [];
        await inTransaction(pool, (tx) => countSold(tx, config.SHOP_TIME_ZONE, orders));
        counted += orders.length;
        if (counted % 20_000 === 0) logger.info({ counted }, 'orders are counted');
      };
      for await (const line of createInterface({ input: createReadStream(config.SALES_FILE) })) {
        batch.push(soldOrder.parse(JSON.parse(line)));
        if (batch.length === atOnce) await flush();
      }
      if (batch.length > 0) await flush();
      await pool.query('ANALYZE sales_days, product_sales, sold_orders');
      logger.info({ counted }, 'all of them are counted');
    },
  }),
);
