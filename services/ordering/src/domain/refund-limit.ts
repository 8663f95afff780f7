import { asDecimal, compare, ofWholeUnits, subtract, sum, zero, type Money } from '@quayside/contracts/money';
import type { Order } from './order.ts';
import { RefundExceedsLimit } from './order-error.ts';
import { refundsOf } from './payment-ledger.ts';

/** How much of an order may go back in all, by currency, where whoever asks has a limit; of another currency nothing. */
export type RefundLimits = Readonly<Record<string, Money>>;

/** The limits that a text such as `USD 100, EUR 90` names, in whole units of their currencies. */
export const refundLimitsOf = (text: string): RefundLimits =>
  Object.fromEntries(
    text.split(/, ?/).map((one) => {
      const [currency = '', units] = one.split(' ');
      return [currency, ofWholeUnits(Number(units), currency)] as const;
    }),
  );

/** Of two kinds of limits the lower one, by currency; without the first, the second. */
export const lowerLimits = (one: RefundLimits | undefined, other: RefundLimits): RefundLimits => {
  if (!one) return other;
  const shared = Object.entries(one).flatMap(([currency, limit]) => {
    const against = other[currency];
    return against ? [[currency, compare(limit, against) < 0 ? limit : against] as const] : [];
  });
  return Object.fromEntries(shared);
};

type Paid = Pick<Order, 'totals' | 'payment'>;

/** What of the limit is left: what went back already counts, whoever gave it. */
export const leftOfLimit = (order: Paid, limits: RefundLimits): { total: Money; left: Money } => {
  const { currency } = order.totals.total;
  const total = limits[currency] ?? zero(currency);
  const gone = sum(
    refundsOf(order).map(({ amount }) => amount),
    currency,
  );
  const left = subtract(total, gone);
  return { total, left: left.amount > 0 ? left : zero(currency) };
};

/** @throws {RefundExceedsLimit} */
export const refuseBeyondLimit = (order: Paid, refund: Money, limits: RefundLimits | undefined): void => {
  if (!limits) return;
  const { total, left } = leftOfLimit(order, limits);
  if (compare(refund, left) <= 0) return;
  const inWords = ({ amount, currency }: Money) => `${currency} ${asDecimal({ amount, currency })}`;
  throw new RefundExceedsLimit(
    total,
    `Your role gives back up to ${inWords(total)} of an order, of which ${inWords(left)} are left; an admin may give back more`,
  );
};
