import type { Money, Totals } from '@quayside/contracts';
import { formatMoney } from './money.ts';

interface TotalsTableProps {
  totals: Totals;
  /** What the discount is for, e.g. the campaign's name. */
  discountFor?: string | undefined;
  refunded?: Money | undefined;
}

export const TotalsTable = ({ totals, discountFor, refunded }: TotalsTableProps) => (
  <dl className="figures grid grid-cols-[1fr_auto] gap-x-6 gap-y-2">
    <Row label="Items" amount={totals.items} />
    {totals.discount.amount > 0 && (
      <Row
        label={discountFor ? `Discount: ${discountFor}` : 'Discount'}
        amount={{ ...totals.discount, amount: -totals.discount.amount }}
        accent
      />
    )}
    <Row label="Shipping" amount={totals.shipping} free />
    <Row label="Tax" amount={totals.tax} />
    <div className="col-span-2 mt-2 grid grid-cols-subgrid border-t border-ink pt-3 text-lg font-semibold">
      <dt>Total</dt>
      <dd data-testid="total">{formatMoney(totals.total)}</dd>
    </div>
    {refunded && <Row label="Refunded" amount={refunded} accent />}
  </dl>
);

const Row = (row: { label: string; amount: Money; accent?: boolean; free?: boolean }) => (
  <>
    <dt className={row.accent ? 'text-glass' : 'text-ink-soft'}>{row.label}</dt>
    <dd className={row.accent ? 'text-right text-glass' : 'text-right'}>
      {row.free && row.amount.amount === 0 ? 'Free' : formatMoney(row.amount)}
    </dd>
  </>
);
