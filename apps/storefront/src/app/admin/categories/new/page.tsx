import { newCategory } from '@quayside/contracts';
import type { Metadata } from 'next';
import { readCategories } from '../../../../api/server/categories.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { newCategoryFields } from '../../../../features/admin/categories/category-fields.ts';
import { NewCategoryForm } from '../../../../features/admin/categories/category-form.tsx';
import { formFields } from '../../../../features/admin/form/form-fields.ts';

export const metadata: Metadata = { title: 'New category' };

const NewCategoryPage = async () => {
  const { items } = orThrow(await readCategories());
  return (
    <>
      <AdminHeading flag="C" title="New category" back={{ href: '/admin/categories', label: 'Categories' }} />
      <NewCategoryForm fields={formFields(newCategory, newCategoryFields(items))} />
    </>
  );
};

export default NewCategoryPage;
