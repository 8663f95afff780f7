import { moneyOf, type Money } from '@quayside/contracts/money';

export { sameMoney, type Money } from '@quayside/contracts/money';

export const usd = (amount: number): Money => moneyOf(amount, 'USD');

/**
 * The part of an amount that a rate in basis points (1/100 of a percent) makes, rounded half up to the cent.
 *
 * Exact for every basket that can exist: 50 lines of 99 pieces at a million dollars stay below 2^53 when
 * multiplied by 10,000, and the remainder is taken before dividing, so no fraction is ever represented.
 */
export function portion(amount: number, basisPoints: number): number {
  const scaled = amount * basisPoints + 5_000;
  return (scaled - (scaled % 10_000)) / 10_000;
}
