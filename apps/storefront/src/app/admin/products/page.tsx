import type { AdminProductQuery } from '@quayside/contracts';
import type { Metadata } from 'next';
import { readShopBrands } from '../../../api/server/catalog.ts';
import { readCategories } from '../../../api/server/categories.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readAdminProducts } from '../../../api/server/products.ts';
import { readKeptViews } from '../../../api/server/saved-views.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { categoryChoices } from '../../../features/admin/products/category-choices.ts';
import { ProductTable } from '../../../features/admin/products/product-table.tsx';
import type { TableFilter } from '../../../features/admin/table/column.ts';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Products' };

const fixed: readonly TableFilter[] = [
  {
    name: 'status',
    label: 'Status',
    choices: { draft: 'Draft', active: 'In the shop', archived: 'Archived' },
  },
  { name: 'stock', label: 'Stock', choices: { in: 'In stock', out: 'Sold out', low: 'Running low' } },
  {
    name: 'missing',
    label: 'Missing',
    choices: {
      picture: 'Without a picture',
      price: 'Without a price',
      text: 'Without German texts',
      offer: 'Nothing to sell',
    },
  },
];

const choicesOf = (entries: readonly { value: string; label: string }[]) =>
  Object.fromEntries(entries.map(({ value, label }) => [value, label]));

const ProductsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const [brands, categories, kept, asked] = await Promise.all([
    readShopBrands(),
    readCategories(),
    readKeptViews('products'),
    searchParams,
  ]);
  const filters: TableFilter[] = [
    ...fixed,
    {
      name: 'brand',
      label: 'Brand',
      choices: choicesOf(orThrow(brands).items.map(({ id, name }) => ({ value: String(id), label: name }))),
    },
    {
      name: 'category',
      label: 'Category',
      choices: choicesOf(categoryChoices(orThrow(categories).items)),
    },
  ];
  const query = readTableQuery(asked, {
    sorts: ['name', 'changed'],
    filters: Object.fromEntries(filters.map(({ name, choices }) => [name, Object.keys(choices)])),
  });
  const { q, sort, page } = query;
  const found = orThrow(
    await readAdminProducts({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort }),
      ...(query.filters as Partial<AdminProductQuery>),
    }),
  );
  const filtered = new URLSearchParams({ ...(q && { q }), ...query.filters }).toString();
  return (
    <>
      <AdminHeading flag="G" title="Products" about="What the shop sells, and what it is about to">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {(['csv', 'xlsx'] as const).map((ending) => (
            <a
              key={ending}
              href={`/api/v1/admin/catalog/products.${ending}${filtered && `?${filtered}`}`}
              download
              className={button('bare')}
            >
              Export as {ending === 'csv' ? 'CSV' : 'Excel'}
            </a>
          ))}
          <AppLink href="/admin/imports/new" className={button('bare')}>
            Import
          </AppLink>
          <AppLink href="/admin/products/new" className={button('primary')}>
            New product
          </AppLink>
        </div>
      </AdminHeading>
      <ProductTable page={found} query={query} filters={filters} kept={kept} />
    </>
  );
};

export default ProductsPage;
