import { z } from 'zod';
import { adminListQuery, flagFilter } from '../shared/admin-list.ts';
import { aggregateVersion, itemId, timestamp } from '../shared/ids.ts';
import { pageOf } from '../shared/page.ts';
import { printableLine, printableText } from '../shared/text.ts';
import { slug } from './slugs.ts';

export const brandId = itemId;

/** A brand as staff see it. */
export const adminBrand = z
  .object({
    id: brandId,
    slug,
    name: z.string(),
    description: z.string().nullable(),
    /** How many products are of it, whatever their status. */
    products: z.int(),
    changedAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'AdminBrand' });
export type AdminBrand = z.infer<typeof adminBrand>;

export const adminBrandPage = pageOf(adminBrand).meta({ id: 'AdminBrandPage' });

const text = {
  name: printableLine(80),
  slug,
  description: printableText(2000).nullable(),
};

/** Body of `POST /api/v1/admin/catalog/brands`. */
export const newBrand = z
  .strictObject({ ...text, description: text.description.default(null) })
  .meta({ id: 'NewBrand' });
export type NewBrand = z.input<typeof newBrand>;

/** Body of `PUT /api/v1/admin/catalog/brands/{id}`: absent means leave, null means none. */
export const brandUpdate = z
  .strictObject(text)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Name at least one field to change')
  .meta({ id: 'BrandUpdate' });
export type BrandUpdate = z.infer<typeof brandUpdate>;

/** Query of `GET /api/v1/admin/catalog/brands`; `q` is looked for in name and slug. */
export const brandListQuery = z.strictObject({
  ...adminListQuery(['name', 'slug', 'products', 'changed']),
  /** Whether some product is of it. */
  used: flagFilter,
});
export type BrandListInput = z.input<typeof brandListQuery>;
