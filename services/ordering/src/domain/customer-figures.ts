import { add, subtract, zero, type Money } from '@quayside/contracts/money';
import type { Order } from './order.ts';
import { movedMoney } from './payment-ledger.ts';

/** What a customer's orders come to. */
export interface CustomerFigures {
  readonly orders: number;
  /** What was charged and did not go back, each currency for itself; none that is nothing. */
  readonly spend: readonly Money[];
  readonly lastOrderAt: string;
}

/** Undefined for whoever never ordered. */
export const figuresOf = (
  orders: readonly Pick<Order, 'id' | 'totals' | 'payment' | 'submittedAt'>[],
): CustomerFigures | undefined => {
  const lastOrderAt = orders
    .map(({ submittedAt }) => submittedAt)
    .toSorted()
    .at(-1);
  if (lastOrderAt === undefined) return undefined;
  const spend = new Map<string, Money>();
  for (const order of orders) {
    const { charged, refunded } = movedMoney(order);
    const { currency } = charged;
    spend.set(currency, add(spend.get(currency) ?? zero(currency), subtract(charged, refunded)));
  }
  return {
    orders: orders.length,
    spend: [...spend.values()]
      .filter(({ amount }) => amount !== 0)
      .toSorted((a, b) => a.currency.localeCompare(b.currency)),
    lastOrderAt,
  };
};
