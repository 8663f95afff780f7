import { allocate } from './allocate.ts';
import { add, compare, subtract, sum, zero, type Money } from './money.ts';
import { MoneyError } from './money-error.ts';
import type { PriceBreakdown, TaxLine } from './price-breakdown.ts';

/** Money of a line or of the shipping that goes back, the taxes that are part of it named. */
export interface RefundedPart {
  readonly amount: Money;
  readonly taxes: readonly TaxLine[];
}

export interface RefundedLine extends RefundedPart {
  readonly itemId: number;
  /** The units that are refunded; 0 where only money goes back. */
  readonly quantity: number;
}

/** A refund split back over what was paid. `amount` of a part has its taxes in it, whether included or added. */
export interface Refund {
  readonly lines: readonly RefundedLine[];
  readonly shipping: RefundedPart;
  readonly total: Money;
}

/** What is to go back; more than one may be named, and then they are added. */
export interface RefundRequest {
  readonly lines?: readonly { readonly itemId: number; readonly quantity: number }[] | undefined;
  /** An amount of the shipping, or all that is left of it. */
  readonly shipping?: Money | 'all' | undefined;
  /** An amount for no line in particular: spread over all that is left, in proportion. */
  readonly amount?: Money | undefined;
}

/** What can still go back after these refunds; the lines of the whole order, in its order. */
export function leftToRefund(price: PriceBreakdown, refunds: readonly Refund[]): Refund {
  const lines = price.lines.map(({ itemId, quantity, total, taxes }) => {
    const before = refunds.flatMap((refund) => refund.lines.filter((line) => line.itemId === itemId));
    const units = before.reduce((left, line) => left - line.quantity, quantity);
    return { itemId, quantity: units, ...without({ amount: total, taxes }, before) };
  });
  const { total: amount, taxes } = price.shipping;
  const shipping = without(
    { amount, taxes },
    refunds.map((refund) => refund.shipping),
  );
  return { lines, shipping, total: totalOf(lines, shipping) };
}

/**
 * Splits a refund back over the lines, the shipping and the taxes of an order, after what was refunded before.
 *
 * Units of a line are worth their part of what is left of it; tax goes back in proportion. Whatever is asked for in
 * whatever order, no part gives back more than was paid for it, and once all is refunded the refunds of each line,
 * each tax and the whole sum up to what was paid, to the last unit. What comes back names only parts with units or
 * money.
 *
 * @throws {MoneyError} `refund-exceeds-charge` for more units or money than are left, `refund-invalid` for nothing,
 * for a line that is not in the order, or for another currency
 */
export function refundOf(price: PriceBreakdown, refunds: readonly Refund[], request: RefundRequest): Refund {
  const left = leftToRefund(price, refunds);
  const { currency } = left.total;
  refuseInvalid(request, currency);

  const units = new Map((request.lines ?? []).map(({ itemId, quantity }) => [itemId, quantity]));
  for (const itemId of units.keys()) {
    if (!left.lines.some((line) => line.itemId === itemId))
      throw invalid(`item ${itemId} is not in the order`);
  }
  const named = [
    ...left.lines.map((line) => worthOf(line, units.get(line.itemId) ?? 0)),
    request.shipping === 'all' ? left.shipping.amount : (request.shipping ?? zero(currency)),
  ];
  refuseExcess(named.at(-1) ?? zero(currency), left.shipping.amount);

  const rests = [...left.lines, left.shipping].map(({ amount }, at) =>
    subtract(amount, named[at] ?? zero(currency)),
  );
  const free = request.amount ?? zero(currency);
  refuseExcess(free, sum(rests, currency));
  const spread = allocate(
    free,
    rests.map(({ amount }) => amount),
  );

  const taken = named.map((amount, at) => add(amount, spread[at] ?? zero(currency)));
  const lines = left.lines
    .map((line, at) => ({
      itemId: line.itemId,
      quantity: units.get(line.itemId) ?? 0,
      ...part(line, taken[at] ?? zero(currency)),
    }))
    .filter(({ quantity, amount }) => quantity > 0 || amount.amount > 0);
  const shipping = part(left.shipping, taken.at(-1) ?? zero(currency));
  const total = totalOf(lines, shipping);
  if (total.amount === 0) throw invalid('nothing would go back');
  return { lines, shipping, total };
}

const invalid = (why: string): MoneyError => new MoneyError('refund-invalid', `Not a refund: ${why}`);

const totalOf = (lines: readonly RefundedPart[], shipping: RefundedPart): Money =>
  lines.map(({ amount }) => amount).reduce(add, shipping.amount);

function refuseInvalid({ lines = [], shipping, amount }: RefundRequest, currency: string): void {
  if (new Set(lines.map(({ itemId }) => itemId)).size < lines.length) throw invalid('an item is named twice');
  if (lines.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity < 1))
    throw invalid('a quantity is a whole number from 1');
  for (const money of [shipping, amount]) {
    if (money === undefined || money === 'all') continue;
    if (money.currency !== currency) throw invalid(`the order was paid in ${currency}`);
    if (!Number.isSafeInteger(money.amount) || money.amount < 0) throw invalid('an amount is from 0');
  }
}

function refuseExcess(wanted: Money, left: Money): void {
  if (compare(wanted, left) > 0)
    throw new MoneyError('refund-exceeds-charge', `Only ${left.amount} ${left.currency} are left to refund`);
}

/** What so many units of a line are worth, of what is left of it. */
function worthOf(line: RefundedLine, quantity: number): Money {
  if (quantity === 0) return zero(line.amount.currency);
  if (quantity > line.quantity)
    throw new MoneyError(
      'refund-exceeds-charge',
      `Only ${line.quantity} of item ${line.itemId} are left to refund`,
    );
  const [worth] = allocate(line.amount, [quantity, line.quantity - quantity]);
  return worth ?? zero(line.amount.currency);
}

/** An amount of a part, with its share of each tax. */
function part({ amount, taxes }: RefundedPart, taken: Money): RefundedPart {
  const net = taxes.map((tax) => tax.amount).reduce(subtract, amount);
  const shares = allocate(taken, [net.amount, ...taxes.map((tax) => tax.amount.amount)]).slice(1);
  return { amount: taken, taxes: taxes.map((tax, at) => ({ ...tax, amount: shares[at] ?? tax.amount })) };
}

const without = (whole: RefundedPart, taken: readonly RefundedPart[]): RefundedPart => ({
  amount: taken.map(({ amount }) => amount).reduce(subtract, whole.amount),
  taxes: whole.taxes.map((tax, at) => ({
    ...tax,
    amount: taken.flatMap(({ taxes }) => taxes[at]?.amount ?? []).reduce(subtract, tax.amount),
  })),
});
