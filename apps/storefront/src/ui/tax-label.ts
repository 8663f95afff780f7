import type { TaxLine } from '@quayside/contracts/money';
import { formatTag, shopLocale } from '../i18n/locales.ts';
import type { Words } from '../i18n/words.ts';

/** "VAT 20%, included" where the tax is in the prices, "Sales tax 7.25%" where it is added. */
export const taxLabel = (
  { name, rate, included }: Pick<TaxLine, 'name' | 'rate' | 'included'>,
  t: Words<'price'>,
  locale: string = shopLocale,
): string => {
  const percent = (rate / 10_000).toLocaleString(formatTag(locale), {
    ...{ style: 'percent', maximumFractionDigits: 2 },
  });
  // Settings name taxes in English; the usual ones have a name in every language.
  const named = name === 'VAT' || name === 'Sales tax' ? t(name === 'VAT' ? 'vat' : 'salesTax') : name;
  return included ? t('taxIncluded', { name: named, percent }) : t('taxAdded', { name: named, percent });
};
