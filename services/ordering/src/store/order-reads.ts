import type { Filter } from 'mongodb';
import type { Order } from '../domain/order.ts';
import type { OrderReads } from '../usecases/order-reads.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import type { OrderCollection, OrderDocument } from './order-document.ts';

const noticesAtOnce = 100;

const pageOf = async (
  orders: OrderCollection,
  filter: Filter<OrderDocument>,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ orders: Order[]; totalItems: number }> => {
  const [found, totalItems] = await answerOrUnavailable(
    Promise.all([
      orders
        .find(filter, { projection: { state: 1 } })
        .sort({ createdAt: -1, _id: -1 })
        .skip((page - 1) * pageSize)
        .limit(pageSize)
        .toArray(),
      orders.countDocuments(filter),
    ]),
  );
  return { orders: found.map(({ state }) => state), totalItems };
};

export const createOrderReads = (orders: OrderCollection): OrderReads => ({
  async one(buyerId, orderId) {
    const found = await answerOrUnavailable(
      orders.findOne({ _id: orderId, buyerId }, { projection: { state: 1 } }),
    );
    return found?.state;
  },

  page: (buyerId, page) => pageOf(orders, { buyerId }, page),

  async any(orderId) {
    const found = await answerOrUnavailable(orders.findOne({ _id: orderId }, { projection: { state: 1 } }));
    return found?.state;
  },

  async several(orderIds) {
    const found = orders.find({ _id: { $in: [...orderIds] } }, { projection: { state: 1 } }).toArray();
    return (await answerOrUnavailable(found)).map(({ state }) => state);
  },

  async noticesSince(buyerId, since) {
    const found = await answerOrUnavailable(
      orders
        .find({ buyerId, 'notice.at': { $gt: since } }, { projection: { notice: 1 } })
        .sort({ createdAt: -1, _id: -1 })
        .limit(noticesAtOnce)
        .toArray(),
    );
    return found.map(({ _id, notice: { status, version, at } }) => ({ orderId: _id, status, version, at }));
  },
});
