import { add } from './money.ts';
import type { Adjustment, PriceBreakdown, TaxLine } from './price-breakdown.ts';

/** The taxes of a whole order, one line for each name and rate, for people to read. */
export const taxLinesOf = ({ lines, shipping }: Pick<PriceBreakdown, 'lines' | 'shipping'>): TaxLine[] =>
  grouped(
    [...lines.flatMap(({ taxes }) => taxes), ...shipping.taxes],
    ({ name, rate, included }) => `${rate} ${included} ${name}`,
  );

/** What was taken off the lines of a whole order, one line for each source. */
export const lineAdjustmentsOf = ({ lines }: Pick<PriceBreakdown, 'lines'>): Adjustment[] =>
  grouped(
    lines.flatMap(({ adjustments }) => adjustments),
    ({ source }) => `${source.kind} ${source.id}`,
  );

function grouped<T extends Adjustment | TaxLine>(parts: readonly T[], keyOf: (part: T) => string): T[] {
  const groups = new Map<string, T>();
  for (const part of parts) {
    const key = keyOf(part);
    const known = groups.get(key);
    groups.set(key, known ? { ...known, amount: add(known.amount, part.amount) } : part);
  }
  return [...groups.values()];
}
