import type { Money } from '@quayside/contracts';
import { asDecimal, decimalsOf } from '@quayside/contracts/money';
import { formatTag, shopLocale } from '../i18n/locales.ts';

const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (currency: string, locale: string): Intl.NumberFormat => {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(formatTag(locale), { style: 'currency', currency });
  formats.set(key, format);
  return format;
};

/** "$1,299.00", or "1.299,00 $": the currency itself says how many minor units it has. */
export const formatMoney = (money: Money, locale: string = shopLocale): string =>
  formatOf(money.currency, locale).format(asDecimal(money));

/** What a person typed as a price in minor units, or undefined when it is not one: "24", "24.5", "$1,024.50". */
export const parseMoney = (text: string, currency: Money['currency']): Money | undefined => {
  const digits = decimalsOf(currency);
  const match = /^[$€£¥]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text.trim());
  const [, whole = '', fraction = ''] = match ?? [];
  if (!match || fraction.length > digits) return undefined;
  const amount = Number(whole.replaceAll(',', '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? { amount, currency } : undefined;
};
