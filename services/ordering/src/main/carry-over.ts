import { runJob } from '@quayside/chassis';
import { connectMongo } from '@quayside/mongo';
import { customerFiguresChanged } from '../messages/customer-figures-changed.ts';
import { toIntegrationEvents } from '../messages/to-integration-events.ts';
import { carryOverOrders } from '../store/carry-over/carry-over-orders.ts';
import { countCustomers } from '../store/carry-over/count-customers.ts';
import { listOrders } from '../store/carry-over/list-orders.ts';
import { carryOverConfig } from './config.ts';

runJob({
  name: 'ordering-carry-over',
  config: carryOverConfig,
  run: async ({ config, logger, lifecycle }) => {
    const mongo = connectMongo({ url: config.MONGODB_URL, application: 'ordering-carry-over' });
    lifecycle.add('mongodb', mongo);
    await mongo.connect();
    const now = () => new Date();
    const carriedOver = await carryOverOrders(mongo.db(), { toIntegrationEvents, now });
    const listed = await listOrders(mongo.db(), { now });
    const counted = await countCustomers(mongo.db(), { toEvent: customerFiguresChanged, now });
    logger.info({ carriedOver, listed, counted }, 'the orders of release 0.1 are carried over');
  },
});
