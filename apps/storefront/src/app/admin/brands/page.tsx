import type { Metadata } from 'next';
import { readBrands } from '../../../api/server/brands.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { BrandTable } from '../../../features/admin/brands/brand-table.tsx';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Brands' };

const BrandsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['name', 'slug', 'products', 'changed'],
    filters: { used: ['true', 'false'] },
  });
  const { q, sort, page, filters } = query;
  const found = orThrow(
    await readBrands({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort }),
      ...(filters['used'] && { used: filters['used'] as 'true' | 'false' }),
    }),
  );
  return (
    <>
      <AdminHeading flag="B" title="Brands" about="Whose goods the shop sells">
        <AppLink href="/admin/brands/new" className={button('primary')}>
          New brand
        </AppLink>
      </AdminHeading>
      <BrandTable page={found} query={query} />
    </>
  );
};

export default BrandsPage;
