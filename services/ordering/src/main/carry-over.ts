import { runJob } from '@quayside/chassis';
import { connectMongo } from '@quayside/mongo';
import { toIntegrationEvents } from '../messages/to-integration-events.ts';
import { carryOverOrders } from '../store/carry-over/carry-over-orders.ts';
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
    logger.info({ carriedOver, listed }, 'the orders of release 0.1 are carried over');
  },
});
