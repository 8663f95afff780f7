import { nameIn, type KnownOrder } from '@quayside/contracts';
import { lineAdjustmentsOf, taxLinesOf, type TaxLine } from '@quayside/contracts/money';
import { moneyIn, type MailLanguage } from './language.ts';
import type { OrderWords } from './order-words.ts';

/** What an order costs and why, as its page shows it. */
export const priceRows = (
  { price, refunded }: Pick<KnownOrder, 'price' | 'refunded'>,
  language: MailLanguage,
  words: OrderWords,
): { label: string; amount: string; isTotal?: boolean }[] => {
  const { totals, shipping } = price;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 3 });
  const labelOf = ({ name, rate }: TaxLine) => {
    const called = words.taxes[name] ?? name;
    return rate === 0 ? called : `${called} ${percent.format(rate / 10_000)}`;
  };
  const taxes = taxLinesOf(price).filter(({ amount }) => amount.amount !== 0);
  const row = (label: string, amount: Parameters<typeof moneyIn>[1]) => ({
    label,
    amount: moneyIn(language, amount),
  });
  return [
    row(words.items, totals.items),
    ...lineAdjustmentsOf(price).map(({ source, amount }) =>
      row(
        source.name === 'Discount' ? words.discount : `${words.discount}: ${nameIn(source, language)}`,
        amount,
      ),
    ),
    {
      label: shipping.name === '' ? words.shipping : `${words.shipping}: ${nameIn(shipping, language)}`,
      amount: totals.shipping.amount === 0 ? words.free : moneyIn(language, totals.shipping),
    },
    ...taxes.filter(({ included }) => !included).map((tax) => row(labelOf(tax), tax.amount)),
    { ...row(words.total, totals.total), isTotal: true },
    ...taxes
      .filter(({ included }) => included)
      .map((tax) => row(words.taxIncluded(labelOf(tax)), tax.amount)),
    ...(refunded ? [row(words.refunded, refunded)] : []),
  ];
};
