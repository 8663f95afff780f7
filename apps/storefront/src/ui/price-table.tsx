import type { Money, PriceBreakdown } from '@quayside/contracts';
import { lineAdjustmentsOf, taxLinesOf } from '@quayside/contracts/money';
import type { ReactNode } from 'react';
import { formatMoney } from './money.ts';
import { promiseOf } from './promise-of.ts';
import { taxLabel } from './tax-label.ts';

interface PriceTableProps {
  price: PriceBreakdown;
  refunded?: Money | undefined;
}

/** What is paid and why: each discount by its campaign, shipping with its promise, each tax by name and rate. */
export const PriceTable = ({ price, refunded }: PriceTableProps) => {
  const { totals, shipping } = price;
  const taxes = taxLinesOf(price).filter(({ amount }) => amount.amount !== 0);
  const promise = promiseOf(shipping.promisedDays);
  const rowOfTax = (tax: (typeof taxes)[number]) => (
    <Row key={taxLabel(tax)} label={taxLabel(tax)} amount={tax.amount} testId="tax" />
  );
  return (
    <dl className="figures grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2" data-testid="price">
      <Row label="Items" amount={totals.items} />
      {lineAdjustmentsOf(price).map(({ source, amount }) => (
        <Row
          key={`${source.kind} ${source.id}`}
          label={source.name === 'Discount' ? source.name : `Discount: ${source.name}`}
          amount={amount}
          accent
          testId="discount"
        />
      ))}
      <Row
        label={shipping.name === '' ? 'Shipping' : `Shipping: ${shipping.name}`}
        note={promise}
        amount={totals.shipping}
        free
        testId="shipping"
      />
      {taxes.filter(({ included }) => !included).map(rowOfTax)}
      <div className="col-span-2 mt-2 grid grid-cols-subgrid border-t border-ink pt-3 text-lg font-semibold">
        <dt>Total</dt>
        <dd data-testid="total">{formatMoney(totals.total)}</dd>
      </div>
      {taxes.filter(({ included }) => included).map(rowOfTax)}
      {refunded && <Row label="Refunded" amount={refunded} accent testId="refunded" />}
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

const Row = ({ label, note, amount, accent, free, testId }: RowProps) => (
  <>
    <dt className={accent ? 'text-glass' : 'text-ink-soft'}>
      {label}
      {note && <span className="block text-sm text-ink-faint">{note}</span>}
    </dt>
    <dd className={accent ? 'text-right text-glass' : 'text-right'} data-testid={testId}>
      {free && amount.amount === 0 ? 'Free' : formatMoney(amount)}
    </dd>
  </>
);
