import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { runJob } from '@quayside/chassis';
import { connectMongo } from '@quayside/mongo';
import { dayIn } from '@quayside/runtime';
import { manyOrder, type ManyOrder, type ManyOrdersOf } from '../../seed/many-order.ts';
import { customerFiguresChanged } from '../messages/customer-figures-changed.ts';
import { soldOrder } from '../messages/sold-order.ts';
import { addManyOrders } from '../store/add-many-orders.ts';
import { countAllCustomers } from '../store/carry-over/count-customers.ts';
import { seedManyConfig } from './config.ts';
import { sellerOf } from './seller.ts';

const dayMs = 86_400_000;

function* placedOneAfterTheOther(count: number, days: number, of: ManyOrdersOf): Generator<ManyOrder> {
  const beginning = of.now.getTime() - days * dayMs;
  for (let number = 0; number < count; number += 1)
    yield manyOrder(number, beginning + Math.floor((number * days * dayMs) / count), of);
}

/** Puts many orders, with invoices and the figures of their customers, into a shop that has issued none. */
runJob({
  name: 'ordering-seed-many',
  config: seedManyConfig,
  run: async ({ config, logger, lifecycle }) => {
    const mongo = connectMongo({ url: config.MONGODB_URL, application: 'ordering-seed-many' });
    lifecycle.add('mongodb', mongo);
    await mongo.connect();
    const sales = createWriteStream(config.SALES_FILE);
    const { ORDERS: count, CUSTOMERS: customers, VARIANTS: variants } = config;
    const now = new Date();
    let [added, lines] = [0, 0];
    await addManyOrders(
      mongo.db(),
      placedOneAfterTheOther(count, config.DAYS, { customers, variants, now }),
      {
        seller: sellerOf(config),
        dayOf: (instant) => dayIn(config.SHOP_TIME_ZONE, instant),
        onAdded: async (batch) => {
          const told = batch.map(({ order }) => `${JSON.stringify(soldOrder(order))}\n`).join('');
          if (!sales.write(told)) await once(sales, 'drain');
          added += batch.length;
          lines += batch.reduce((sum, { order }) => sum + order.lines.length, 0);
          if (added % 20_000 === 0 || added === count)
            logger.info({ added, lines, of: count }, 'orders are there');
        },
      },
    );
    sales.end();
    await finished(sales);
    const counted = await countAllCustomers(mongo.db(), customerFiguresChanged);
    logger.info({ counted }, 'their customers are counted');
  },
});
