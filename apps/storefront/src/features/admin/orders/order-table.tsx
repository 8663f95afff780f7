'use client';

import type { StaffOrderPage, StaffOrderRow } from '@quayside/contracts';
import { sum } from '@quayside/contracts/money';
import { Printer, Truck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { button } from '../../../ui/button.ts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { SignalFlag } from '../../../ui/signal-flag.tsx';
import { statusFlag } from '../../../ui/status-flag.ts';
import type { Column, KeptViews, TableFilter } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { BulkShipDialog } from './bulk-ship-dialog.tsx';
import { orderFields, orderViews } from './order-filters.ts';
import { statusWords } from './order-words.ts';
import { printHref } from './papers.ts';
import { FulfilmentMark, PaymentMark } from './state-mark.tsx';

const columns: readonly [Column<StaffOrderRow>, ...Column<StaffOrderRow>[]] = [
  {
    id: 'number',
    label: 'Number',
    cell: ({ number }) => <span className="figures whitespace-nowrap">{number}</span>,
  },
  {
    id: 'placed',
    label: 'Placed',
    sort: 'placed',
    cell: ({ placedAt }) => (
      <span className="whitespace-nowrap">
        <LocalTime at={placedAt} />
      </span>
    ),
  },
  {
    id: 'customer',
    label: 'Customer',
    cell: ({ buyer, country }) => (
      <span className="wrap-anywhere">
        {buyer.name}
        <span className="text-ink-faint">
          , {country}
          {buyer.isGuest && ', guest'}
        </span>
      </span>
    ),
  },
  {
    id: 'total',
    label: 'Total',
    sort: 'total',
    isNumber: true,
    cell: ({ total }) => formatMoney(total),
  },
  { id: 'payment', label: 'Payment', cell: ({ payment }) => <PaymentMark of={payment} /> },
  { id: 'fulfilment', label: 'Fulfilment', cell: ({ fulfilment }) => <FulfilmentMark of={fulfilment} /> },
  {
    id: 'status',
    label: 'Status',
    cell: ({ status }) => (
      <span className="inline-flex items-center gap-2 whitespace-nowrap">
        <SignalFlag of={statusFlag[status]} className="h-4 w-4" />
        {statusWords[status]}
      </span>
    ),
  },
];

/** What orders come to, each currency for itself. */
const sumsOf = (orders: readonly StaffOrderRow[]): string =>
  [...new Set(orders.map(({ total }) => total.currency))]
    .map((currency) => {
      const amounts = orders.map(({ total }) => total).filter((total) => total.currency === currency);
      return formatMoney(sum(amounts, currency));
    })
    .join(' + ');

const papers = { 'packing-slips': 'Packing slips', invoices: 'Invoices' } as const;

/** What is printed of those that are selected, each kind in one file. */
const PrintLinks = ({ orders }: { orders: readonly StaffOrderRow[] }) =>
  (Object.keys(papers) as (keyof typeof papers)[]).map((paper) => (
    <a
      key={paper}
      href={printHref(paper, orders)}
      target="_blank"
      rel="noreferrer"
      className={button('bare')}
    >
      <Printer size={16} aria-hidden /> {papers[paper]}
      <span className="sr-only"> of those selected, as PDF in a new window</span>
    </a>
  ));

interface OrderTableProps {
  page: StaffOrderPage;
  query: TableQuery;
  filters: readonly TableFilter[];
  kept: KeptViews;
}

export const OrderTable = ({ page, query, filters, kept }: OrderTableProps) => {
  const router = useRouter();
  /** As they were chosen: what was sent may be no longer among the rows. */
  const [shipping, setShipping] = useState<readonly StaffOrderRow[]>();
  return (
    <>
      <ResourceTable
        base="/admin/orders"
        noun="orders"
        howTheyCome="The first one appears here when somebody buys."
        query={query}
        defaultSort="-placed"
        page={page}
        columns={columns}
        filters={filters}
        kept={kept}
        fields={orderFields}
        views={orderViews}
        summary={
          page.totals &&
          page.totals.length > 0 &&
          ` · ${page.totals.map(({ total }) => formatMoney(total)).join(' + ')}`
        }
        idOf={({ id }) => id}
        nameOf={({ number }) => `order ${number}`}
        hrefOf={({ id }) => `/admin/orders/${id}`}
        bulk={(selected) => {
          const toShip = selected.filter(({ actions }) => actions.includes('ship'));
          return (
            <>
              <span className="figures">{sumsOf(selected)}</span>
              <PrintLinks orders={selected} />
              {toShip.length > 0 && (
                <button type="button" className={button('bare')} onClick={() => setShipping(toShip)}>
                  <Truck size={16} aria-hidden /> Ship {toShip.length}
                </button>
              )}
            </>
          );
        }}
      />
      {shipping && (
        <BulkShipDialog
          orders={shipping}
          onClose={(isChanged) => {
            setShipping(undefined);
            if (isChanged) router.refresh();
          }}
        />
      )}
    </>
  );
};
