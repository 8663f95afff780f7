import { MoneyError } from './money-error.ts';

/** An amount in minor units (cents), a safe integer, and its ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/**
 * An amount of a currency.
 *
 * @throws {MoneyError} `amount-unsafe` for what is no safe integer
 */
export function moneyOf(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount))
    throw new MoneyError('amount-unsafe', `${amount} is no amount that can be kept to the last unit`);
  // Never -0, which is not the same as 0 to those who compare.
  return { amount: amount + 0, currency };
}

export const zero = (currency: string): Money => moneyOf(0, currency);

/** @throws {MoneyError} `currency-mismatch` when they are not of one currency */
export function sameCurrency(a: Money, b: Money): string {
  if (a.currency !== b.currency)
    throw new MoneyError('currency-mismatch', `${a.currency} and ${b.currency} do not add up`);
  return a.currency;
}

export const add = (a: Money, b: Money): Money => moneyOf(a.amount + b.amount, sameCurrency(a, b));

export const subtract = (a: Money, b: Money): Money => moneyOf(a.amount - b.amount, sameCurrency(a, b));

export const negate = ({ amount, currency }: Money): Money => moneyOf(-amount, currency);

/**
 * So many times an amount.
 *
 * @throws {MoneyError} `amount-unsafe` for a quantity that is not whole, or a product that is too large
 */
export function times({ amount, currency }: Money, quantity: number): Money {
  if (!Number.isSafeInteger(quantity))
    throw new MoneyError('amount-unsafe', `${quantity} is no whole quantity`);
  return moneyOf(amount * quantity, currency);
}

/** All of them together; the currency says what nothing is nothing of. */
export const sum = (amounts: readonly Money[], currency: string): Money =>
  amounts.reduce(add, zero(currency));

/** Below, at or above zero as `a` is less than, the same as or more than `b`: for `sort`. */
export function compare(a: Money, b: Money): number {
  sameCurrency(a, b);
  return a.amount - b.amount;
}

/** The same amount of the same currency; the one comparison that takes any two. */
export const sameMoney = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency;
