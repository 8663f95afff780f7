'use client';

import { createProduct } from '../../../api/browser/products.ts';
import type { FormField } from '../form/form-fields.ts';
import { NewForm } from '../form/new-form.tsx';
import { followName } from '../form/slug-of.ts';

type Texts = Readonly<Record<string, string | null>>;

const bodyOf = ({ name, slug, description, brandId, categoryId }: Texts) => ({
  name: name ?? '',
  slug: slug ?? '',
  description: description ?? '',
  brandId: Number(brandId),
  categoryId: Number(categoryId),
});

export const NewProductForm = ({ fields, first }: { fields: FormField[]; first: Record<string, string> }) => (
  <NewForm
    fields={fields}
    first={first}
    saveLabel="Make the draft"
    create={(body) => createProduct(bodyOf(body))}
    hrefOf={(id) => `/admin/products/${id}`}
    problemFields={{ 'slug-taken': 'slug', 'brand-unknown': 'brandId', 'category-unknown': 'categoryId' }}
    follow={followName}
  />
);
