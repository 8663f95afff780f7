import { orderId } from '@quayside/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readBasketAudit } from '../../../../api/server/audit.ts';
import { readDraftOrder } from '../../../../api/server/draft-orders.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readSalesRegions } from '../../../../api/server/sales-regions.ts';
import { requireStaff } from '../../../../api/server/session.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { DraftOrderDesk } from '../../../../features/admin/draft-orders/draft-order-desk.tsx';
import { shopLocale } from '../../../../i18n/locales.ts';
import { WithMessages } from '../../../../i18n/with-messages.tsx';
import { addressCountriesOf } from '../../../../ui/address/address-countries.ts';

export const metadata: Metadata = { title: 'Draft order' };

const DraftOrderPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!orderId.safeParse(id).success) notFound();
  const { roles } = await requireStaff(`/admin/draft-orders/${id}`);
  const [read, regions, trail] = await Promise.all([
    readDraftOrder(id),
    readSalesRegions(),
    roles.includes('admin')
      ? readBasketAudit({ entity: 'draft-order', entityId: id, pageSize: 5 })
      : undefined,
  ]);
  const draft = orThrow(read);
  const { defaultCountry, ...rest } = orThrow(regions);
  return (
    <WithMessages of={['address']}>
      <AdminHeading
        flag="D"
        title={draft.name ?? 'A draft that was ordered'}
        back={{ href: '/admin/draft-orders', label: 'Draft orders' }}
      />
      <DraftOrderDesk
        key={id}
        first={draft}
        countries={addressCountriesOf({ defaultCountry, ...rest }, shopLocale)}
        usualCountry={defaultCountry}
      />
      {trail?.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=draft-order&entityId=${id}`} />
      )}
    </WithMessages>
  );
};

export default DraftOrderPage;
