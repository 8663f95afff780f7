import type { Money } from '@quayside/contracts';
import { asDecimal, decimalsOf } from '@quayside/contracts/money';

const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (currency: string): Intl.NumberFormat => {
  const known = formats.get(currency);
  if (known) return known;
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  formats.set(currency, format);
  return format;
};

/** "$1,299.00": the currency itself says how many minor units it has. */
export const formatMoney = (money: Money): string => formatOf(money.currency).format(asDecimal(money));

/** What a person typed as a price in minor units, or undefined when it is not one: "24", "24.5", "$1,024.50". */
export const parseMoney = (text: string, currency: Money['currency']): Money | undefined => {
  const digits = decimalsOf(currency);
  const match = /^[$€£¥]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text.trim());
  const [, whole = '', fraction = ''] = match ?? [];
  if (!match || fraction.length > digits) return undefined;
  const amount = Number(whole.replaceAll(',', '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? { amount, currency } : undefined;
};
