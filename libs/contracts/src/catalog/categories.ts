import { z } from 'zod';
import { aggregateVersion, itemId, timestamp } from '../shared/ids.ts';
import { printableLine } from '../shared/text.ts';
import { slug } from './slugs.ts';

export const categoryId = itemId;

/** A category as staff see it. */
export const adminCategory = z
  .object({
    id: categoryId,
    slug,
    name: z.string(),
    /** In German, where it is written; a word means one thing in the whole shop. */
    names: z.object({ de: z.string().nullable() }),
    /** In German: what its address says there. Made from the German name where nobody wrote it; absent from the version before. */
    slugs: z.object({ de: slug.nullable() }).optional(),
    /** Null at the top of the tree. */
    parentId: categoryId.nullable(),
    /** Ids from the top of the tree down to its own. */
    path: z.array(categoryId).min(1),
    /** Of products in it, not in those below. */
    products: z.int(),
    changedAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'AdminCategory' });
export type AdminCategory = z.infer<typeof adminCategory>;

/** The whole tree, each category after the one it is in, in the order that staff gave them. */
export const categoryTree = z.object({ items: z.array(adminCategory) }).meta({ id: 'CategoryTree' });

const name = printableLine(80);
const text = {
  name,
  names: z.strictObject({ de: name.nullable() }),
  slug,
  /** Null: made from the German name. */
  slugs: z.strictObject({ de: slug.nullable() }),
};

/** Body of `POST /api/v1/admin/catalog/categories`: it becomes the last one where it is put. */
export const newCategory = z
  .strictObject({
    ...text,
    names: text.names.default({ de: null }),
    slugs: text.slugs.default({ de: null }),
    parentId: categoryId.nullable().default(null),
  })
  .meta({ id: 'NewCategory' });

/** Body of `PUT /api/v1/admin/catalog/categories/{id}`: absent means leave. */
export const categoryUpdate = z
  .strictObject(text)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Name at least one field to change')
  .meta({ id: 'CategoryUpdate' });

/** Body of `PUT /api/v1/admin/catalog/categories/{id}/place`: before how many of its new siblings; more is the end. */
export const categoryPlace = z
  .strictObject({ parentId: categoryId.nullable(), position: z.int().min(0).max(10_000) })
  .meta({ id: 'CategoryPlace' });
