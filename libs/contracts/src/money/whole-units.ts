import { decimalsOf } from './currency.ts';
import { moneyOf, type Money } from './money.ts';

/** An amount in whole units of a currency: 5 dollars are 500, 5 yen are 5. */
export const ofWholeUnits = (units: number, currency: string): Money =>
  moneyOf(units * 10 ** decimalsOf(currency), currency);

/** The amount as people write it, with its decimals: `499` of `USD` is `4.99`. For showing, not for calculating. */
export function asDecimal({ amount, currency }: Money): `${number}` {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const [whole, fraction] = [
    digits.slice(0, digits.length - decimals),
    digits.slice(digits.length - decimals),
  ];
  return `${amount < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}` as `${number}`;
}
