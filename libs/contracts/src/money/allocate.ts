import { divideProduct } from './divide-product.ts';
import { moneyOf, type Money } from './money.ts';
import { MoneyError } from './money-error.ts';

/**
 * Divides an amount by weights so that nothing is made or lost: each share is its exact part rounded down, and the
 * units left over go one by one to the largest remainders, of equal ones to the first. A share of weight 0 is 0, and
 * as long as the amount is not above the sum of the weights no share is above its weight.
 *
 * @throws {MoneyError} `weights-invalid` for weights that are negative or not whole, or that are all 0 while there is
 * something to divide
 */
export function allocate({ amount, currency }: Money, weights: readonly number[]): Money[] {
  const all = weights.reduce((total, weight) => total + weight, 0);
  if (weights.some((weight) => weight < 0) || ![...weights, all].every(Number.isSafeInteger))
    throw new MoneyError('weights-invalid', 'Weights are whole numbers from 0');
  if (all === 0) {
    if (amount !== 0) throw new MoneyError('weights-invalid', 'There is nothing to divide an amount by');
    return weights.map(() => moneyOf(0, currency));
  }
  const size = Math.abs(amount);
  const shares = weights.map((weight) => divideProduct(size, weight, all));
  const over = shares.reduce((left, { quotient }) => left - quotient, size);
  const raised = new Set(
    shares
      .map(({ remainder }, index) => ({ remainder, index }))
      .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, over)
      .map(({ index }) => index),
  );
  return shares.map(({ quotient }, index) => {
    const share = quotient + (raised.has(index) ? 1 : 0);
    return moneyOf(amount < 0 ? -share : share, currency);
  });
}
