import type { Metadata } from 'next';
import { readOrderingAudit } from '../../../api/server/audit.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readSalesSettings } from '../../../api/server/sales-settings.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../features/admin/audit/audit-trail.tsx';
import { SettingsForm } from '../../../features/admin/sales-settings/settings-form.tsx';

export const metadata: Metadata = { title: 'Taxes and shipping' };

const SalesSettingsPage = async () => {
  const [settings, trail] = await Promise.all([
    readSalesSettings(),
    readOrderingAudit({ entity: 'sales-settings', entityId: 'shop', pageSize: 5 }),
  ]);
  return (
    <>
      <AdminHeading
        flag="T"
        title="Taxes and shipping"
        about="What baskets are priced by from the next moment on; orders keep the prices they were placed at"
      />
      <SettingsForm rendered={orThrow(settings)} />
      {trail.ok && <AuditTrail entries={trail.data.items} href="/admin/audit?entity=sales-settings" />}
    </>
  );
};

export default SalesSettingsPage;
