import { divideProduct } from './divide-product.ts';
import { moneyOf, type Money } from './money.ts';
import { MoneyError } from './money-error.ts';

/**
 * What becomes of a part of the last unit: `half-up` from half a unit on it counts as a whole one (away from zero),
 * `half-even` a half goes to the even neighbour, `down` it is dropped, `up` it always counts as a whole one.
 */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up';

const whole = 10_000;

/**
 * The part of an amount that a rate in basis points (1/100 of a percent) makes: 2,000 of 10.00 is 2.00.
 *
 * @throws {MoneyError} `amount-unsafe` for a rate that is negative or not whole
 */
export const portion = (money: Money, basisPoints: number, rounding: Rounding): Money =>
  fraction(money, basisPoints, whole, rounding);

/** The part of an amount that is tax when the tax is in it: 2,000 in 12.00 is 2.00. */
export const portionIncluded = (money: Money, basisPoints: number, rounding: Rounding): Money =>
  fraction(money, basisPoints, whole + basisPoints, rounding);

function fraction({ amount, currency }: Money, basisPoints: number, of: number, rounding: Rounding): Money {
  if (!Number.isSafeInteger(basisPoints) || basisPoints < 0)
    throw new MoneyError('amount-unsafe', `${basisPoints} is no rate in basis points`);
  const { quotient, remainder } = divideProduct(Math.abs(amount), basisPoints, of);
  const size = quotient + (roundsUp(quotient, remainder, of, rounding) ? 1 : 0);
  return moneyOf(amount < 0 ? -size : size, currency);
}

function roundsUp(quotient: number, remainder: number, of: number, rounding: Rounding): boolean {
  switch (rounding) {
    case 'down':
      return false;
    case 'up':
      return remainder > 0;
    case 'half-up':
      return remainder * 2 >= of;
    case 'half-even':
      return remainder * 2 > of || (remainder * 2 === of && quotient % 2 === 1);
  }
}
