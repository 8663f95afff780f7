import { emailKey } from '@quayside/contracts/email';
import { orderNumberKey } from '../domain/order-number.ts';
import type { GuestOrderReads } from '../usecases/guest-orders.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { wordsOfText } from './listed-order.ts';
import type { OrderCollection } from './order-document.ts';

const found = { projection: { 'state.buyer': 1 } };
const isGuest = { 'state.buyer.reach': { $exists: true } };

/** By the words that the staff's list finds orders by, which hold number and address, and then exactly. */
export const createGuestOrderReads = (orders: OrderCollection): GuestOrderReads => ({
  async *idsOfEmail(email) {
    const key = emailKey(email);
    const words = wordsOfText(key);
    if (words.length === 0) return;
    for await (const { _id, state } of orders.find({ 'listed.words': { $all: words }, ...isGuest }, found))
      if (emailKey(state.buyer.email) === key) yield _id;
  },
  async idOf(number, email) {
    const key = emailKey(email);
    const some = await answerOrUnavailable(
      orders
        .find({ 'listed.words': orderNumberKey(number), ...isGuest }, found)
        .limit(50)
        .toArray(),
    );
    return some.find(({ state }) => emailKey(state.buyer.email) === key)?._id;
  },
});
