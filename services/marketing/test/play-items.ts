import { catalogEvents } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import type { StartedMarketing } from './start-marketing.ts';

const named = { id: 1, slug: 'lamps', name: 'Lamps' };

/** Plays the catalog to Marketing: each item is known once the promise is there. */
export const playItems = (started: () => StartedMarketing) => {
  const known = (id: number, column: string, version: number) =>
    waitUntil(
      async () => {
        const sql = `SELECT 1 FROM stocked_items WHERE id = $1 AND ${column} >= $2`;
        return (await started().database.pool.query(sql, [id, version])).rowCount === 1;
      },
      { describe: `item ${id} to be known` },
    );
  const stock = async (available: number, version: number, id: number): Promise<void> => {
    await started().events.publish(catalogEvents.stockChanged, {
      subject: String(id),
      data: { itemId: id, available, version },
    });
    await known(id, 'stock_version', version);
  };
  const sell = async (active: boolean, version: number, id: number): Promise<void> => {
    await started().events.publish(catalogEvents.itemChanged, {
      subject: String(id),
      data: {
        ...{
          id,
          sku: `QS-${id}`,
          slug: `lamp-${id}`,
          name: `Lamp <${id}>`,
          names: { de: `Lampe <${id}>` },
          active,
          version,
        },
        ...{ brand: named, type: named, price: { amount: 4900, currency: 'USD' }, pictureUrl: '/pictures/7' },
      },
    });
    await known(id, 'version', version);
  };
  return {
    stock,
    sell,
    /** One that is sold, and sold out. */
    soldOut: async (id: number): Promise<void> => {
      await sell(true, 1, id);
      await stock(0, 1, id);
    },
  };
};
