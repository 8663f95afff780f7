import { marketingApi, requestFor } from '@quayside/contracts';
import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readFunnel, readSales } from '../../../api/server/sales.ts';
import { readStaffOrders } from '../../../api/server/staff-orders.ts';
import { readStock } from '../../../api/server/stock.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { Section } from '../../../features/admin/section.tsx';
import { BestSellers } from '../../../features/admin/overview/best-sellers.tsx';
import { dayWords } from '../../../features/admin/overview/day-words.ts';
import { DaysTable } from '../../../features/admin/overview/days-table.tsx';
import { FunnelSection } from '../../../features/admin/overview/funnel-section.tsx';
import { PeriodChoice } from '../../../features/admin/overview/period-choice.tsx';
import { readPeriod } from '../../../features/admin/overview/period.ts';
import { SalesChart } from '../../../features/admin/overview/sales-chart.tsx';
import { Sums } from '../../../features/admin/overview/sums.tsx';
import { ToDo, type ToDoItem } from '../../../features/admin/overview/to-do.tsx';
import type { AskedParams } from '../../../features/admin/table/table-query.ts';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Overview' };

const countOnly = { page: 1, pageSize: 1 };

/** How many wait for what; who does not answer keeps nobody from the figures. */
const readToDo = async (): Promise<ToDoItem[]> => {
  const [toShip, returns, declined, low, out] = await Promise.all([
    readStaffOrders({ ...countOnly, fulfilment: 'to-ship' }),
    readStaffOrders({ ...countOnly, fulfilment: 'return-open' }),
    readStaffOrders({ ...countOnly, payment: 'declined' }),
    readStock({ ...countOnly, level: 'low' }),
    readStock({ ...countOnly, level: 'out' }),
  ]);
  const waits = (
    label: string,
    href: string,
    found: { ok: true; data: { totalItems: number } } | { ok: false },
  ): ToDoItem => ({ label, href, count: found.ok ? found.data.totalItems : undefined });
  return [
    waits('Orders to ship', '/admin/orders?fulfilment=to-ship', toShip),
    waits('Returns to see to', '/admin/orders?fulfilment=return-open', returns),
    waits('Cards declined, not yet paid again', '/admin/orders?payment=declined', declined),
    waits('Variants running low', '/admin/stock?level=low', low),
    waits('Variants sold out', '/admin/stock?level=out', out),
  ];
};

const OverviewPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const asked = readPeriod(await searchParams);
  const { currency: _all, ...period } = asked.query;
  const [sales, funnel, toDo] = await Promise.all([readSales(asked.query), readFunnel(period), readToDo()]);
  const report = orThrow(sales);
  const { from, to, currency, days, sums, before, products, timeZone } = report;
  const isEmpty = days.every(({ orders, paid, refunded }) => orders + paid + refunded === 0);
  return (
    <>
      <AdminHeading
        flag="V"
        title="Overview"
        about={`${dayWords(from)} to ${dayWords(to)}, beside ${dayWords(before.from)} to ${dayWords(before.to)}; days of ${timeZone}`}
      >
        <a
          href={requestFor(marketingApi.routes.exportSales, { query: { from, to, currency } }).path}
          download
          className={button('quiet')}
        >
          <Download size={17} aria-hidden /> As CSV
        </a>
      </AdminHeading>
      <PeriodChoice asked={asked} shown={report} />
      <Sums sums={sums} before={before} currency={currency} />
      {isEmpty ? (
        <p className="mb-10 border border-dashed border-rule-strong p-6 text-ink-soft">
          Nothing was ordered in these days. As soon as something is, its bar stands here.
        </p>
      ) : (
        <Section
          title="Day by day"
          aside={
            <p className="flex flex-wrap gap-x-5 text-sm text-ink-soft">
              <Key className="h-3 w-3 bg-glass" label="Revenue" />
              <Key className="h-3 w-3 bg-note" label="Refunded" />
              <Key className="w-5 border-t-2 border-ink" label="Orders" />
            </p>
          }
        >
          <SalesChart days={days} currency={currency} />
        </Section>
      )}
      <DaysTable days={days} currency={currency} />
      <FunnelSection report={funnel} />
      <div className="grid gap-x-10 lg:grid-cols-2">
        <Section title="What sold best">
          {products.length > 0 ? (
            <BestSellers products={products} currency={currency} />
          ) : (
            <p className="border-y border-ink py-4 text-ink-soft">Nothing was paid in these days.</p>
          )}
        </Section>
        <Section title="What waits for you">
          <ToDo items={toDo} />
        </Section>
      </div>
    </>
  );
};

const Key = ({ className, label }: { className: string; label: string }) => (
  <span className="inline-flex items-center gap-2">
    <span aria-hidden className={className} /> {label}
  </span>
);

export default OverviewPage;
