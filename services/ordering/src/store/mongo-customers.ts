import { isDeepStrictEqual } from 'node:util';
import type { Address } from '@quayside/contracts';
import type { OutgoingEvent } from '@quayside/messaging';
import type { DocumentOutboxRelay, WithOutbox } from '@quayside/mongo';
import { MongoServerError, type Collection, type Db } from 'mongodb';
import { figuresOf, type CustomerFigures } from '../domain/customer-figures.ts';
import type { CustomerCounts, CustomerReads } from '../usecases/customers.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import type { OrderCollection, OrderDocument } from './order-document.ts';

/** What a customer's orders come to, kept so that nobody adds it up for a list. */
export interface CustomerDocument extends WithOutbox {
  _id: string;
  version: number;
  figures: CustomerFigures;
}

export type CustomerCollection = Collection<CustomerDocument>;

export const customerCollection = (db: Db): CustomerCollection =>
  db.collection<CustomerDocument>('customers', { writeConcern: { w: 'majority' } });

const attempts = 8;
const latestOrders = 50;
const batchSize = 200;
const duplicateKey = 11_000;
const counted = { buyerId: 1, 'state.id': 1, 'state.totals': 1, 'state.payment': 1, 'state.submittedAt': 1 };

export type ToCustomerEvent = (
  customerId: string,
  figures: CustomerFigures,
  version: number,
) => OutgoingEvent;

interface Options {
  customers: CustomerCollection;
  orders: OrderCollection;
  relay: Pick<DocumentOutboxRelay, 'leaseFields' | 'afterWrite'>;
  toEvent: ToCustomerEvent;
}

/**
 * Counts from the orders themselves, of these customers alone: so it bears events that come again, late or in another
 * order. What was read before somebody else wrote is counted anew.
 */
export const createCustomerCounts = ({ customers, orders, relay, toEvent }: Options): CustomerCounts => {
  /** False where somebody else wrote meanwhile. */
  const write = async (id: string, version: number, figures: CustomerFigures): Promise<boolean> => {
    const next = { version: version + 1, figures, ...relay.leaseFields() };
    const event = toEvent(id, figures, next.version);
    try {
      if (version === 0) await customers.insertOne({ _id: id, ...next, outbox: [event] });
      else {
        const { matchedCount } = await customers.updateOne(
          { _id: id, version },
          { $set: next, $push: { outbox: event } },
        );
        if (matchedCount === 0) return false;
      }
    } catch (error) {
      if (error instanceof MongoServerError && error.code === duplicateKey) return false;
      throw error;
    }
    relay.afterWrite(id);
    return true;
  };

  const countOnce = async (ids: readonly string[]): Promise<string[]> => {
    // Before the orders: what is written since then makes the guard refuse.
    const known = await customers
      .find({ _id: { $in: [...ids] } }, { projection: { version: 1, figures: 1 } })
      .toArray();
    // Guests are no customers: nobody can look at one who may have been several people.
    const ofAccounts = { buyerId: { $in: [...ids] }, 'state.buyer.isGuest': { $ne: true } };
    const found = await orders.find(ofAccounts, { projection: counted }).toArray();
    const ofBuyer = Map.groupBy(found, ({ buyerId }) => buyerId);
    const written = await Promise.all(
      ids.map(async (id) => {
        const before = known.find(({ _id }) => _id === id);
        const figures = figuresOf((ofBuyer.get(id) ?? []).map(({ state }) => state));
        if (!figures || isDeepStrictEqual(figures, before?.figures)) return true;
        return write(id, before?.version ?? 0, figures);
      }),
    );
    return ids.filter((_, at) => !written[at]);
  };

  return {
    async count(customerIds) {
      let left: readonly string[] = customerIds;
      for (let attempt = 0; attempt < attempts && left.length > 0; attempt += 1)
        left = await answerOrUnavailable(countOnce(left));
      if (left.length > 0) throw new Error('customers kept changing under their counts');
    },
    async *recentBuyers(since) {
      const found = orders.find({ createdAt: { $gte: since } }, { projection: { buyerId: 1 }, batchSize });
      let batch = new Set<string>();
      for await (const { buyerId } of found) {
        batch.add(buyerId);
        if (batch.size < batchSize) continue;
        yield [...batch];
        batch = new Set();
      }
      if (batch.size > 0) yield [...batch];
    },
    async buyersOf(orderIds) {
      const found = orders.find({ _id: { $in: [...orderIds] } }, { projection: { buyerId: 1 } }).toArray();
      return (await answerOrUnavailable(found)).map(({ buyerId }) => buyerId);
    },
    async forget(customerId) {
      await answerOrUnavailable(customers.deleteOne({ _id: customerId }));
    },
  };
};

const addressesOf = (found: readonly Pick<OrderDocument, 'state'>[]): Address[] =>
  [
    ...new Map(
      found
        .map(({ state }) => state.shippingAddress)
        .filter(({ street }) => street !== '')
        .toReversed()
        .map((address) => [JSON.stringify(address), address] as const),
    ).values(),
  ].toReversed();

export const createCustomerReads = ({
  customers,
  orders,
}: Pick<Options, 'customers' | 'orders'>): CustomerReads => ({
  async figures(customerId) {
    const found = await answerOrUnavailable(
      customers.findOne({ _id: customerId }, { projection: { figures: 1 } }),
    );
    return found?.figures;
  },
  async addresses(customerId) {
    const found = orders
      .find({ buyerId: customerId }, { projection: { 'state.shippingAddress': 1 } })
      .sort({ createdAt: -1, _id: -1 })
      .limit(latestOrders)
      .toArray();
    return addressesOf(await answerOrUnavailable(found));
  },
});
