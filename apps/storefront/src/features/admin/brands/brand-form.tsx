'use client';

import type { AdminBrand, BrandUpdate, NewBrand } from '@quayside/contracts';
import { changeBrand, createBrand, deleteBrand } from '../../../api/browser/brands.ts';
import { productCount } from '../../../ui/product-count.ts';
import { DeleteButton } from '../delete-button.tsx';
import { EditForm } from '../form/edit-form.tsx';
import type { FormField } from '../form/form-fields.ts';
import { NewForm } from '../form/new-form.tsx';
import { followName } from '../form/slug-of.ts';
import { useIfMatch } from '../form/use-if-match.ts';

const problemFields = { 'slug-taken': 'slug' };

export const NewBrandForm = ({ fields }: { fields: FormField[] }) => (
  <NewForm
    fields={fields}
    saveLabel="Add the brand"
    create={(body) => createBrand(body as NewBrand)}
    hrefOf={(id) => `/admin/brands/${id}`}
    problemFields={problemFields}
    follow={followName}
  />
);

export const BrandForm = ({ brand, fields }: { brand: AdminBrand; fields: FormField[] }) => {
  const edited = useIfMatch(brand);
  const { id, name, products } = edited.read;
  return (
    <EditForm
      fields={fields}
      edited={edited}
      change={(etag, body) => changeBrand(id, etag, body as BrandUpdate)}
      problemFields={problemFields}
    >
      <DeleteButton
        name={name}
        what="brand"
        then="/admin/brands"
        remove={() => edited.send((etag) => deleteBrand(id, etag))}
        refused={
          products > 0 ? `The shop has ${productCount(products)} of it, so it cannot be deleted` : undefined
        }
      />
    </EditForm>
  );
};
