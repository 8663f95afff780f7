import { orderingApi, requestFor } from '@quayside/contracts';
import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { readInvoices } from '../../../api/server/invoices.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { invoiceFilter, invoiceForms } from '../../../features/admin/invoices/invoice-filters.ts';
import { InvoiceTable } from '../../../features/admin/invoices/invoice-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Invoices' };

const InvoicesPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: [],
    filters: { kind: ['invoice', 'credit-note'], ...invoiceForms },
  });
  const filter = invoiceFilter(query);
  const { page, q } = query;
  const found = orThrow(
    await readInvoices({ ...filter, ...(q && { q: q.slice(0, 40) }), page, pageSize: 25 }),
  );
  return (
    <>
      <AdminHeading
        flag="N"
        title="Invoices"
        about="Issued when an order is paid, and a credit note when money goes back"
      >
        <a
          href={requestFor(orderingApi.routes.exportInvoices, { query: filter }).path}
          download
          className={button('quiet')}
        >
          <Download size={17} aria-hidden /> As CSV
        </a>
      </AdminHeading>
      <InvoiceTable page={found} query={query} today={new Date().toISOString()} />
    </>
  );
};

export default InvoicesPage;
