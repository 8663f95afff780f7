import { asDecimal } from '@quayside/contracts/money';
import type { ShippingTier } from '@quayside/contracts/money';
import { parseMoney } from '../../../ui/money.ts';

/** Of what a tier tells apart: the total of the goods in minor units, or their weight in grams. */
export type TierUnit = 'total' | 'weight';

const gramsOf = (text: string): number | undefined => {
  const match = /^(\d{1,6})(?:\.(\d{1,3}))?$/.exec(text);
  return match ? Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')) : undefined;
};

/** Tiers as lines that somebody can read and type: "from 150.00: 0.00". Each goes up to where the next begins. */
export const tierLines = (tiers: readonly ShippingTier[], currency: string, unit: TierUnit): string =>
  tiers
    .map(({ from, price }) => {
      const begins = unit === 'weight' ? `${from / 1000} kg` : asDecimal({ amount: from, currency });
      return `from ${begins}: ${asDecimal({ amount: price, currency })}`;
    })
    .join('\n');

/** The tiers in lines, or the line that is none. */
export const readTiers = (
  text: string,
  currency: string,
  unit: TierUnit,
): { ok: true; tiers: ShippingTier[] } | { ok: false; line: string } => {
  const read: { from: number; price: number }[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, begins = '', cost = ''] = /^from\s+([\d.,]+)(?:\s*kg)?\s*:\s*(-?[\d.,]+)$/i.exec(line) ?? [];
    const from = unit === 'weight' ? gramsOf(begins) : parseMoney(begins, currency)?.amount;
    const price = parseMoney(cost.replace(/^-/, ''), currency)?.amount;
    if (from === undefined || price === undefined) return { ok: false, line };
    read.push({ from, price: cost.startsWith('-') ? -price : price });
  }
  const tiers = read.map(({ from, price }, at) => {
    const below = read[at + 1]?.from;
    return { from, ...(below !== undefined && { below }), price };
  });
  return { ok: true, tiers };
};
