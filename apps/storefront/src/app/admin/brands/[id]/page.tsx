import { newBrand } from '@quayside/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAudit } from '../../../../api/server/audit.ts';
import { readBrand } from '../../../../api/server/brands.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { BrandForm } from '../../../../features/admin/brands/brand-form.tsx';
import { brandFields } from '../../../../features/admin/brands/brand-fields.ts';
import { formFields } from '../../../../features/admin/form/form-fields.ts';

export const metadata: Metadata = { title: 'Brand' };

const BrandPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[1-9]\d{0,9}$/.test(id)) notFound();
  const [brand, trail] = await Promise.all([
    readBrand(Number(id)),
    readAudit({ entity: 'brand', entityId: id, pageSize: 5 }),
  ]);
  const found = orThrow(brand);
  return (
    <>
      <AdminHeading flag="B" title={found.name} back={{ href: '/admin/brands', label: 'Brands' }} />
      <BrandForm brand={found} fields={formFields(newBrand, brandFields)} />
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=brand&entityId=${id}`} />
      )}
    </>
  );
};

export default BrandPage;
