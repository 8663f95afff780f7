import { decimalsOf } from '@quayside/contracts/money';

export type DecimalSign = 'point' | 'comma';

/** What a price shows of the sign that its file has before decimals; undefined where it could be either. */
export const decimalSignOf = (text: string): DecimalSign | undefined => {
  const digits = text.replaceAll(/[^\d.,]/g, '');
  const signs = digits.replaceAll(/\d/g, '');
  if (signs === '') return undefined;
  const last = signs.at(-1) === '.' ? 'point' : 'comma';
  const other = last === 'point' ? 'comma' : 'point';
  // Of both, the last is that of the decimals; one that comes twice is not.
  if (signs.includes('.') && signs.includes(',')) return last;
  if (signs.length > 1) return other;
  const decimals = digits.length - 1 - digits.lastIndexOf(signs);
  return decimals === 3 && !digits.startsWith('0') ? undefined : last;
};

/** The sign of all prices of a file, as far as they agree; undefined where they do not, or show none. */
export const decimalSignIn = (signs: ReadonlySet<DecimalSign>): DecimalSign | undefined =>
  signs.size === 1 ? [...signs][0] : undefined;

type ReadAmount = { readonly amount: number } | { readonly code: string; readonly detail: string };

const notAnAmount = (text: string): ReadAmount => ({
  code: 'price-unfit',
  detail: `"${text}" is no price`,
});

/**
 * A price as people write it, in minor units: `1.299,00 €`, `$1,299.00`, `1299`.
 *
 * @param sign that of the file; undefined where nobody knows it, so that what could be either is asked about
 */
export const readAmount = (text: string, currency: string, sign: DecimalSign | undefined): ReadAmount => {
  const bare = text
    .trim()
    .replace(/^(?:[A-Z]{3}|[$€£¥])\s*/, '')
    .replace(/\s*(?:[A-Z]{3}|[$€£¥])$/, '')
    .replaceAll(/[\s\u00A0\u202F']/g, '');
  if (!/^\d[\d.,]*$/.test(bare) || bare.length > 20) return notAnAmount(text);
  const decided = decimalSignOf(bare) ?? sign;
  if (!decided && /[.,]/.test(bare)) {
    return {
      code: 'price-ambiguous',
      detail: `"${text}" can be a thousand or three decimals: say which sign the file has before decimals`,
    };
  }
  if (sign && decided !== sign && decimalSignOf(bare)) {
    return {
      code: 'price-unfit',
      detail: `"${text}" is written with a decimal ${decided ?? ''}, the prices of the file with a ${sign}`,
    };
  }
  const mark = decided === 'comma' ? ',' : '.';
  const [whole = '', fraction = '', ...more] = bare.split(mark);
  const groups = whole.split(mark === ',' ? '.' : ',');
  const isGrouped =
    groups.length === 1 ||
    (/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((one) => /^\d{3}$/.test(one)));
  if (more.length > 0 || !isGrouped || !/^\d*$/.test(fraction)) return notAnAmount(text);
  const decimals = decimalsOf(currency);
  if (/[1-9]/.test(fraction.slice(decimals))) {
    return { code: 'price-unfit', detail: `"${text}" has more decimals than ${currency} has: ${decimals}` };
  }
  const amount = Number(groups.join('') + fraction.slice(0, decimals).padEnd(decimals, '0'));
  return Number.isSafeInteger(amount) ? { amount } : notAnAmount(text);
};
