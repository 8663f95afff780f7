import type { Metadata } from 'next';
import { Suspense } from 'react';
import { readItems } from '../../../api/server/catalog.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { ItemSearch } from '../../../features/admin/item-search.tsx';
import { PriceList } from '../../../features/admin/price-list.tsx';
import { pageNumber } from '../../../ui/page-number.ts';
import { Paging } from '../../../ui/paging.tsx';
import { ListSkeleton } from '../../../ui/skeleton.tsx';

export const metadata: Metadata = { title: 'Price list' };

interface AdminPageProps {
  searchParams: Promise<{ q?: string | string[]; page?: string | string[] }>;
}

const AdminPage = async ({ searchParams }: AdminPageProps) => {
  const asked = await searchParams;
  const q = typeof asked.q === 'string' ? asked.q.trim().slice(0, 100) : '';
  const page = pageNumber(asked.page);
  return (
    <>
      <AdminHeading flag="P" title="Price list" about="Changes reach open baskets at once" />
      <ItemSearch q={q} />
      <Suspense key={`${page} ${q}`} fallback={<ListSkeleton rows={8} />}>
        <Items q={q} page={page} />
      </Suspense>
    </>
  );
};

const listHref = (q: string, page: number): string =>
  `/admin/prices?${new URLSearchParams({ ...(q && { q }), page: String(page) })}`;

const Items = async ({ q, page }: { q: string; page: number }) => {
  const sort = q ? 'relevance' : 'name';
  const query = { page, pageSize: 20, includeInactive: 'true', sort, ...(q && { q }) } as const;
  const found = orThrow(await readItems(query));
  if (found.items.length === 0) return <p className="border-y border-rule py-10">No item matches.</p>;
  return (
    <>
      <PriceList items={found.items} />
      <Paging {...found} hrefOf={(at) => listHref(q, at)} />
    </>
  );
};

export default AdminPage;
