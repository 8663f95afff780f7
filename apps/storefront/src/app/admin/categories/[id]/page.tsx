import { newCategory } from '@quayside/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAudit } from '../../../../api/server/audit.ts';
import { readCategory } from '../../../../api/server/categories.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { categoryFields } from '../../../../features/admin/categories/category-fields.ts';
import { CategoryForm } from '../../../../features/admin/categories/category-form.tsx';
import { formFields } from '../../../../features/admin/form/form-fields.ts';

export const metadata: Metadata = { title: 'Category' };

const CategoryPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[1-9]\d{0,9}$/.test(id)) notFound();
  const [category, trail] = await Promise.all([
    readCategory(Number(id)),
    readAudit({ entity: 'category', entityId: id, pageSize: 5 }),
  ]);
  const found = orThrow(category);
  return (
    <>
      <AdminHeading flag="C" title={found.name} back={{ href: '/admin/categories', label: 'Categories' }} />
      <CategoryForm category={found} fields={formFields(newCategory, categoryFields)} />
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=category&entityId=${id}`} />
      )}
    </>
  );
};

export default CategoryPage;
