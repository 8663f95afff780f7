import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAudit } from '../../../../../api/server/audit.ts';
import { readCategories } from '../../../../../api/server/categories.ts';
import { orThrow } from '../../../../../api/server/or-throw.ts';
import { readStockTake, readStockTakeLines } from '../../../../../api/server/stock-takes.ts';
import { AdminHeading } from '../../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../../features/admin/audit/audit-trail.tsx';
import { categoryChoices } from '../../../../../features/admin/products/category-choices.ts';
import { Section } from '../../../../../features/admin/section.tsx';
import { AddVariants } from '../../../../../features/admin/stock/counts/add-variants.tsx';
import { BookCounts } from '../../../../../features/admin/stock/counts/book-counts.tsx';
import { CountSheet } from '../../../../../features/admin/stock/counts/count-sheet.tsx';
import { differenceWords, lineViewOf } from '../../../../../features/admin/stock/counts/count-words.ts';
import { PasteCounts } from '../../../../../features/admin/stock/counts/paste-counts.tsx';
import { pageNumber } from '../../../../../ui/page-number.ts';

export const metadata: Metadata = { title: 'Count' };

interface CountPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ page?: string | string[]; show?: string | string[] }>;
}

const CountPage = async ({ params, searchParams }: CountPageProps) => {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const view = lineViewOf(asked.show);
  const [take, lines, categories, trail] = await Promise.all([
    readStockTake(id),
    readStockTakeLines(id, {
      page: pageNumber(asked.page),
      pageSize: 50,
      ...(view !== 'all' && { show: view }),
    }),
    readCategories(),
    readAudit({ entity: 'stock-take', entityId: id, pageSize: 5 }),
  ]);
  const found = orThrow(take);
  const choices = categories.ok ? categoryChoices(categories.data.items) : [];
  return (
    <>
      <AdminHeading
        flag="S"
        title={found.name}
        about={`${found.counted} of ${found.lines} counted, differences: ${differenceWords(found)}`}
        back={{ href: '/admin/stock/counts', label: 'Counts' }}
      />
      {found.state === 'open' ? (
        <p className="mb-6 max-w-2xl text-ink-soft">
          Count what is on the shelf without what is packed for orders that are paid: that is off the books
          already. A figure is kept when you leave it, and compared with what the books said at that moment.
        </p>
      ) : (
        <p className="mb-6 text-ink-soft">
          Booked by {found.bookedBy?.name ?? 'somebody who left'}: {found.reason}
        </p>
      )}
      <Section title="Lines">
        <CountSheet take={found} view={view} lines={orThrow(lines)} />
      </Section>
      {found.state === 'open' && (
        <>
          <Section title="Many at once">
            <PasteCounts takeId={id} />
          </Section>
          <Section title="Put more on the sheet">
            <AddVariants takeId={id} categories={choices} />
          </Section>
          <Section title="Book">
            <BookCounts take={found} />
          </Section>
        </>
      )}
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=stock-take&entityId=${id}`} />
      )}
    </>
  );
};

export default CountPage;
