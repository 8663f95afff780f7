import { requestFor, orderingApi } from '@quayside/contracts';
import type { Metadata } from 'next';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readKeptViews } from '../../../api/server/saved-views.ts';
import { readSalesRegions } from '../../../api/server/sales-regions.ts';
import { readStaffOrders } from '../../../api/server/staff-orders.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { axisFilters, fieldForms, orderFilter } from '../../../features/admin/orders/order-filters.ts';
import { OrderTable } from '../../../features/admin/orders/order-table.tsx';
import { SaveButton } from '../../../features/admin/step-up/save-button.tsx';
import type { TableFilter } from '../../../features/admin/table/column.ts';
import { userIdForm } from '../../../features/admin/users/user-id.ts';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { countriesOf } from '../../../ui/countries.ts';
import { shopLocale } from '../../../i18n/locales.ts';

export const metadata: Metadata = { title: 'Orders' };

/** Where the shop sells to; without an answer these two are not asked by. */
const placeFilters = async (): Promise<TableFilter[]> => {
  const regions = await readSalesRegions();
  if (!regions.ok) return [];
  const countries = countriesOf(regions.data, shopLocale);
  const currencies = [...new Set(countries.flatMap((country) => country.currencies))];
  return [
    {
      name: 'country',
      label: 'Country',
      choices: Object.fromEntries(countries.map(({ code, name }) => [code, name])),
    },
    {
      name: 'currency',
      label: 'Currency',
      choices: Object.fromEntries(currencies.map((code) => [code, code])),
    },
  ];
};

const OrdersPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const [places, kept, asked] = await Promise.all([placeFilters(), readKeptViews('orders'), searchParams]);
  const filters = [...axisFilters, ...places];
  const query = readTableQuery(asked, {
    sorts: ['placed', 'total'],
    filters: {
      ...Object.fromEntries(filters.map(({ name, choices }) => [name, Object.keys(choices)])),
      ...fieldForms,
      buyer: userIdForm,
    },
  });
  const filter = orderFilter(query);
  const found = orThrow(await readStaffOrders({ ...filter, page: query.page, pageSize: 25 }));
  return (
    <>
      <AdminHeading flag="O" title="Orders" about="What was bought, and what is still to do about it">
        <SaveButton href={requestFor(orderingApi.routes.exportOrders, { query: filter }).path}>
          As CSV
        </SaveButton>
      </AdminHeading>
      <OrderTable page={found} query={query} filters={filters} kept={kept} />
    </>
  );
};

export default OrdersPage;
