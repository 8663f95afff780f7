'use client';

import type { AdminCategory } from '@quayside/contracts';
import {
  changeCategory,
  createCategory,
  deleteCategory,
  type CategoryUpdate,
  type NewCategory,
} from '../../../api/browser/categories.ts';
import { productCount } from '../../../ui/product-count.ts';
import { DeleteButton } from '../delete-button.tsx';
import { EditForm } from '../form/edit-form.tsx';
import { fieldOfTakenSlug } from '../form/field-of-taken-slug.ts';
import type { FormField } from '../form/form-fields.ts';
import { nested } from '../form/form-values.ts';
import { NewForm } from '../form/new-form.tsx';
import { followName } from '../form/slug-of.ts';
import { useIfMatch } from '../form/use-if-match.ts';

const problemFields = { 'slug-taken': fieldOfTakenSlug('slugs.de'), 'parent-not-found': 'parentId' };

export const NewCategoryForm = ({ fields }: { fields: FormField[] }) => (
  <NewForm
    fields={fields}
    saveLabel="Add the category"
    create={({ parentId, ...body }) =>
      createCategory({ ...nested(body), parentId: parentId ? Number(parentId) : null } as NewCategory)
    }
    hrefOf={(id) => `/admin/categories/${id}`}
    problemFields={problemFields}
    follow={followName}
  />
);

export const CategoryForm = ({ category, fields }: { category: AdminCategory; fields: FormField[] }) => {
  const edited = useIfMatch(category);
  const { id, name, products } = edited.read;
  return (
    <EditForm
      fields={fields}
      edited={edited}
      change={(etag, body) => changeCategory(id, etag, nested(body) as CategoryUpdate)}
      problemFields={problemFields}
    >
      <DeleteButton
        name={name}
        what="category"
        then="/admin/categories"
        remove={() => edited.send((etag) => deleteCategory(id, etag))}
        refused={products > 0 ? `It holds ${productCount(products)}, so it cannot be deleted` : undefined}
      />
    </EditForm>
  );
};
