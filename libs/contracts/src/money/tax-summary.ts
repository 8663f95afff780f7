import { add, subtract, sum, type Money } from './money.ts';
import type { TaxLine } from './price-breakdown.ts';

/** What was taken at the same taxes: `net` and the taxes are `gross`. No taxes are a group too. */
export interface TaxedSum {
  readonly taxes: readonly TaxLine[];
  readonly net: Money;
  readonly gross: Money;
}

/**
 * Parts of a price by what was taken of them, as an invoice has to say it. An amount has its taxes in it, whether
 * included or added. The groups add up to the parts, to the last unit; those of nothing are left out.
 */
export function taxSummaryOf(
  parts: readonly { readonly amount: Money; readonly taxes: readonly TaxLine[] }[],
): TaxedSum[] {
  const groups = new Map<string, TaxedSum>();
  for (const { amount, taxes } of parts) {
    const taken = taxes.filter(({ rate, amount: tax }) => rate > 0 || tax.amount !== 0);
    const key = taken.map(({ name, rate, included }) => `${rate} ${included} ${name}`).join('|');
    const net = subtract(
      amount,
      sum(
        taken.map((tax) => tax.amount),
        amount.currency,
      ),
    );
    const known = groups.get(key);
    groups.set(key, known ? together(known, taken, net, amount) : { taxes: taken, net, gross: amount });
  }
  return [...groups.values()].filter(({ gross }) => gross.amount !== 0);
}

const together = (known: TaxedSum, taxes: readonly TaxLine[], net: Money, gross: Money): TaxedSum => ({
  taxes: known.taxes.map((tax, at) => ({ ...tax, amount: add(tax.amount, taxes[at]?.amount ?? tax.amount) })),
  net: add(known.net, net),
  gross: add(known.gross, gross),
});
