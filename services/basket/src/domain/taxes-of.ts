import {
  allocate,
  portion,
  portionIncluded,
  sum,
  type Money,
  type RegionTax,
  type TaxLine,
} from '@quayside/contracts/money';
import type { Terms } from './terms.ts';

/** One tax of a region at the rate that is taken. */
interface TaxRate {
  readonly name: string;
  readonly rate: number;
}

/** Taxes of lines that are taxed alike, one list for each. The amounts are what is left after discounts. */
export function taxesOf(
  amounts: readonly Money[],
  rates: readonly TaxRate[],
  isIncluded: boolean,
): TaxLine[][] {
  if (rates.length === 0) return amounts.map(() => []);
  return isIncluded ? includedTaxes(amounts, rates) : addedTaxes(amounts, rates);
}

/** The taxes on goods of a class where they go. */
export const ratesOnGoods = (terms: Terms, taxClass: string): TaxRate[] =>
  ratesBy(terms, ({ rates }) => rates[taxClass] ?? rates[terms.usualTaxClass] ?? 0);

export const ratesOnShipping = (terms: Terms): TaxRate[] =>
  ratesBy(terms, ({ shippingRate }) => shippingRate);

const ratesBy = ({ soldTo, state }: Terms, rateOf: (tax: RegionTax) => number): TaxRate[] =>
  [soldTo.tax, ...(state ? [state.tax] : [])]
    .map((tax) => ({ name: tax.name, rate: rateOf(tax) }))
    .filter(({ rate }) => rate > 0);

/** Each tax is rounded half up once, on all lines together, and then divided over them. */
function addedTaxes(amounts: readonly Money[], rates: readonly TaxRate[]): TaxLine[][] {
  const base = sumOf(amounts);
  const shares = rates.map(({ rate }) => allocate(portion(base, rate, 'half-up'), amounts.map(inUnits)));
  return amounts.map((_, line) =>
    rates.flatMap((tax, at) => {
      const amount = shares[at]?.[line];
      return amount ? [{ ...tax, amount, included: false }] : [];
    }),
  );
}

/**
 * All taxes in the price are found together, rounded half up once, and divided over the lines, and then of each line over
 * the taxes: so they never exceed the price they are in.
 */
function includedTaxes(amounts: readonly Money[], rates: readonly TaxRate[]): TaxLine[][] {
  const all = rates.reduce((total, { rate }) => total + rate, 0);
  const inLines = allocate(portionIncluded(sumOf(amounts), all, 'half-up'), amounts.map(inUnits));
  return inLines.map((inLine) => {
    const shares = allocate(
      inLine,
      rates.map(({ rate }) => rate),
    );
    return rates.flatMap((tax, at) => {
      const amount = shares[at];
      return amount ? [{ ...tax, amount, included: true }] : [];
    });
  });
}

const inUnits = ({ amount }: Money): number => amount;

const sumOf = (amounts: readonly Money[]): Money => sum(amounts, amounts[0]?.currency ?? '');
