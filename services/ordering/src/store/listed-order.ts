import { emailKey } from '@quayside/contracts/email';
import type { Order } from '../domain/order.ts';
import {
  fulfilmentStateOf,
  paymentStateOf,
  type FulfilmentState,
  type PaymentState,
} from '../domain/order-axes.ts';

/** What the staff's list finds and sorts an order by. It follows from the order and is written with each change of it. */
export interface ListedOrder {
  stage: Order['progress']['stage'];
  payment: PaymentState;
  fulfilment: FulfilmentState;
  country: string;
  currency: string;
  /** In minor units. */
  total: number;
  /** In small letters: its number whole and in parts, the buyer's name and e-mail address in parts. */
  words: string[];
}

const partsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}@._+-]+/u);

export const wordsOfText = (text: string): string[] => partsOf(text).filter((word) => word !== '');

export const listedOrder = (order: Order): ListedOrder => {
  const { number, buyer, shippingAddress, totals } = order;
  const [, ...blocks] = number.split('-');
  const words = [number, blocks.join('-'), blocks.join(''), ...blocks, buyer.name, buyer.email];
  // By which a guest's orders are found, however the address is written.
  if (buyer.reach) words.push(emailKey(buyer.email));
  return {
    stage: order.progress.stage,
    payment: paymentStateOf(order),
    fulfilment: fulfilmentStateOf(order),
    country: shippingAddress.country,
    currency: totals.total.currency,
    total: totals.total.amount,
    words: [...new Set(words.flatMap(wordsOfText))],
  };
};

/** What of it is otherwise than before, by path in the document: an index is touched by what is set, changed or not. */
export const listedChanges = (
  before: Partial<ListedOrder> = {},
  after: ListedOrder,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(after)
      .filter(([key, value]) => JSON.stringify(before[key as keyof ListedOrder]) !== JSON.stringify(value))
      .map(([key, value]) => [`listed.${key}`, value]),
  );
