import { newProduct } from '@quayside/contracts';
import type { Metadata } from 'next';
import { readShopBrands } from '../../../../api/server/catalog.ts';
import { readCategories } from '../../../../api/server/categories.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { formFields } from '../../../../features/admin/form/form-fields.ts';
import { categoryChoices } from '../../../../features/admin/products/category-choices.ts';
import { NewProductForm } from '../../../../features/admin/products/new-product-form.tsx';

export const metadata: Metadata = { title: 'New product' };

const NewProductPage = async () => {
  const [brands, categories] = await Promise.all([readShopBrands(), readCategories()]);
  const ofBrands = orThrow(brands).items.map(({ id, name }) => ({ value: String(id), label: name }));
  const ofCategories = categoryChoices(orThrow(categories).items);
  const fields = formFields(newProduct, {
    name: { label: 'Name' },
    slug: { label: 'Slug', hint: 'Small letters, digits and single hyphens, such as gale-jacket' },
    brandId: { label: 'Brand', choices: ofBrands },
    categoryId: { label: 'Category', choices: ofCategories },
    description: { label: 'Description', isMultiline: true },
  });
  return (
    <>
      <AdminHeading
        flag="G"
        title="New product"
        about="It begins as a draft; prices, variants and pictures come next"
        back={{ href: '/admin/products', label: 'Products' }}
      />
      <NewProductForm
        fields={fields}
        first={{ brandId: ofBrands[0]?.value ?? '', categoryId: ofCategories[0]?.value ?? '' }}
      />
    </>
  );
};

export default NewProductPage;
