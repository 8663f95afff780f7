import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readJournal } from '../../../../api/server/stock.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AdjustForm } from '../../../../features/admin/stock/adjust-form.tsx';
import { JournalList } from '../../../../features/admin/stock/journal-list.tsx';
import { ThresholdForm } from '../../../../features/admin/stock/threshold-form.tsx';
import { AppLink } from '../../../../ui/app-link.tsx';
import { button } from '../../../../ui/button.ts';
import { pageNumber } from '../../../../ui/page-number.ts';
import { Paging } from '../../../../ui/paging.tsx';

export const metadata: Metadata = { title: 'Stock of a variant' };

interface LevelPageProps {
  params: Promise<{ itemId: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

const LevelPage = async ({ params, searchParams }: LevelPageProps) => {
  const { itemId } = await params;
  if (!/^[1-9]\d{0,8}$/.test(itemId)) notFound();
  const { level, ...journal } = orThrow(
    await readJournal(Number(itemId), pageNumber((await searchParams).page)),
  );
  return (
    <>
      <AdminHeading
        flag="S"
        title={level.sku}
        about={`${level.name}: ${level.onHand} on hand, ${level.reserved} reserved, ${level.available} available`}
        back={{ href: '/admin/stock', label: 'Stock' }}
      >
        <AppLink href={`/admin/products/${level.productId}`} className={button('quiet')}>
          The product
        </AppLink>
      </AdminHeading>
      <div className="mb-8 flex flex-wrap items-end gap-x-10 gap-y-4">
        <div>
          <p className="mb-1 text-sm font-semibold">Units that came or went</p>
          <AdjustForm key={level.version} level={level} />
        </div>
        <ThresholdForm key={level.lowThreshold} level={level} />
      </div>
      <h2 className="mb-3 text-2xl">Journal</h2>
      <JournalList movements={journal.items} />
      <Paging {...journal} hrefOf={(at) => `/admin/stock/${itemId}?page=${at}`} />
    </>
  );
};

export default LevelPage;
