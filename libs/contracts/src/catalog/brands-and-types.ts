import { z } from 'zod';
import { otherSlugs, slug } from './slugs.ts';

export const brand = z.object({ id: z.int(), slug, name: z.string() }).meta({ id: 'Brand' });
export type Brand = z.infer<typeof brand>;

export const itemType = z
  .object({ id: z.int(), slug, slugs: otherSlugs, name: z.string() })
  .meta({ id: 'ItemType' });
export type ItemType = z.infer<typeof itemType>;

/** Answers of `GET /api/v1/catalog/brands` and `…/types`: all of them, by name. */
export const brandList = z.object({ items: z.array(brand) }).meta({ id: 'BrandList' });

export const itemTypeList = z.object({ items: z.array(itemType) }).meta({ id: 'ItemTypeList' });

/** Answer of `GET /api/v2/catalog/types`. */
export const typeTree = z
  .object({
    items: z.array(
      z.object({
        slug,
        slugs: otherSlugs,
        name: z.string(),
        /** The slug of the category that it is in; null at the top. */
        parent: slug.nullable(),
      }),
    ),
  })
  .meta({ id: 'TypeTree' });
export type TypeTree = z.infer<typeof typeTree>;
