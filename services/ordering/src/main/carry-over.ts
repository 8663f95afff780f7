import { runCarryOver } from '@quayside/chassis';
import { countryCodes } from '@quayside/contracts';
import { connectMongo } from '@quayside/mongo';
import { customerFiguresChanged } from '../messages/customer-figures-changed.ts';
import { salesSettingsChanged } from '../messages/sales-settings-changed.ts';
import { toIntegrationEvents } from '../messages/to-integration-events.ts';
import { carryOverOrders } from '../store/carry-over/carry-over-orders.ts';
import { countCustomers } from '../store/carry-over/count-customers.ts';
import { countOrders } from '../store/carry-over/count-orders.ts';
import { listOrders } from '../store/carry-over/list-orders.ts';
import { settingsOfFirstRelease } from '../store/carry-over/settings-of-first-release.ts';
import { countConnections } from '../store/carry-over/still-connected.ts';
import { ensureSalesSettings } from '../store/mongo-sales-settings.ts';
import { carryOverConfig } from './config.ts';

const name = 'ordering-carry-over';

runCarryOver({
  name,
  config: carryOverConfig,
  open: ({ config, lifecycle }) => {
    const mongo = connectMongo({ url: config.MONGODB_URL, application: name });
    lifecycle.add('mongodb', mongo);
    return {
      faults: async () => {
        const connections = await countConnections(mongo);
        return connections > 0
          ? [`ordering still runs: it has ${connections} connection(s) to its database. Stop it`]
          : [];
      },
      carryOver: async () => {
        const db = mongo.db();
        const now = () => new Date();
        const carriedOver = await carryOverOrders(db, { toIntegrationEvents, now });
        const listed = await listOrders(db, { now });
        const customersCounted = await countCustomers(db, { toEvent: customerFiguresChanged, now });
        const settings = settingsOfFirstRelease({
          countries: countryCodes,
          taxBasisPoints: config.TAX_BASIS_POINTS,
        });
        await ensureSalesSettings(db, { settings, toEvent: salesSettingsChanged });
        return { orders: await countOrders(db), carriedOver, listed, customersCounted };
      },
    };
  },
});
