import type { Metadata } from 'next';
import { readCategories } from '../../../api/server/categories.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { CategoryTree } from '../../../features/admin/categories/category-tree.tsx';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Categories' };

const CategoriesPage = async () => {
  const { items } = orThrow(await readCategories());
  return (
    <>
      <AdminHeading flag="C" title="Categories" about="The top of the tree is what the shop calls a type">
        <AppLink href="/admin/categories/new" className={button('primary')}>
          New category
        </AppLink>
      </AdminHeading>
      <CategoryTree items={items} />
    </>
  );
};

export default CategoriesPage;
