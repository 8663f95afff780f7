import { newBrand } from '@quayside/contracts';
import type { Metadata } from 'next';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { NewBrandForm } from '../../../../features/admin/brands/brand-form.tsx';
import { brandFields } from '../../../../features/admin/brands/brand-fields.ts';
import { formFields } from '../../../../features/admin/form/form-fields.ts';

export const metadata: Metadata = { title: 'New brand' };

const NewBrandPage = () => (
  <>
    <AdminHeading flag="B" title="New brand" back={{ href: '/admin/brands', label: 'Brands' }} />
    <NewBrandForm fields={formFields(newBrand, brandFields)} />
  </>
);

export default NewBrandPage;
