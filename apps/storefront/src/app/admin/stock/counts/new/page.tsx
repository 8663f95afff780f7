import type { Metadata } from 'next';
import { readCategories } from '../../../../../api/server/categories.ts';
import { orThrow } from '../../../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../../../features/admin/admin-heading.tsx';
import { categoryChoices } from '../../../../../features/admin/products/category-choices.ts';
import { NewStockTakeForm } from '../../../../../features/admin/stock/counts/new-stock-take-form.tsx';

export const metadata: Metadata = { title: 'New count' };

const NewCountPage = async () => {
  const categories = categoryChoices(orThrow(await readCategories()).items);
  return (
    <>
      <AdminHeading
        flag="S"
        title="New count"
        about="Choose what is on the sheet; more can be put on it while you count"
        back={{ href: '/admin/stock/counts', label: 'Counts' }}
      />
      <NewStockTakeForm categories={categories} />
    </>
  );
};

export default NewCountPage;
