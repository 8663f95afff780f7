import { nameIn, type Money, type PriceBreakdown } from '@quayside/contracts';
import { lineAdjustmentsOf, taxLinesOf } from '@quayside/contracts/money';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { promiseOf } from './promise-of.ts';
import { taxLabel } from './tax-label.ts';
import { useMoney } from './use-money.ts';

interface PriceTableProps {
  price: PriceBreakdown;
  refunded?: Money | undefined;
}

/** What is paid and why: each discount by its campaign, shipping with its promise, each tax by name and rate. */
export const PriceTable = ({ price, refunded }: PriceTableProps) => {
  const t = useTranslations('price');
  const locale = useLocale();
  const money = useMoney();
  const { totals, shipping } = price;
  const taxes = taxLinesOf(price).filter(({ amount }) => amount.amount !== 0);
  const promise = promiseOf(shipping.promisedDays, t);
  const rowOfTax = (tax: (typeof taxes)[number]) => {
    const label = taxLabel(tax, t, locale);
    return <Row key={label} label={label} amount={tax.amount} testId="tax" />;
  };
  return (
    <dl className="figures grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2" data-testid="price">
      <Row label={t('items')} amount={totals.items} />
      {lineAdjustmentsOf(price).map(({ source, amount }) => (
        <Row
          key={`${source.kind} ${source.id}`}
          label={
            source.name === 'Discount' ? t('discount') : t('discountOf', { name: nameIn(source, locale) })
          }
          amount={amount}
          accent
          testId="discount"
        />
      ))}
      <Row
        label={shipping.name === '' ? t('shipping') : t('shippingBy', { name: nameIn(shipping, locale) })}
        note={promise}
        amount={totals.shipping}
        free
        testId="shipping"
      />
      {taxes.filter(({ included }) => !included).map(rowOfTax)}
      <div className="col-span-2 mt-2 grid grid-cols-subgrid border-t border-ink pt-3 text-lg font-semibold">
        <dt>{t('total')}</dt>
        <dd data-testid="total">{money(totals.total)}</dd>
      </div>
      {taxes.filter(({ included }) => included).map(rowOfTax)}
      {refunded && <Row label={t('refunded')} amount={refunded} accent testId="refunded" />}
    </dl>
  );
};

interface RowProps {
  label: string;
  note?: ReactNode;
  amount: Money;
  accent?: boolean;
  free?: boolean;
  testId?: string;
}

const Row = ({ label, note, amount, accent, free, testId }: RowProps) => {
  const t = useTranslations('price');
  const money = useMoney();
  return (
    <>
      <dt className={accent ? 'text-glass' : 'text-ink-soft'}>
        {label}
        {note && <span className="block text-sm text-ink-faint">{note}</span>}
      </dt>
      <dd className={accent ? 'text-right text-glass' : 'text-right'} data-testid={testId}>
        {free && amount.amount === 0 ? t('free') : money(amount)}
      </dd>
    </>
  );
};
