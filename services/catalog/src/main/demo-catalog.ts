import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '@quayside/runtime';
import { seedBrands } from '../../seed/brands.ts';
import { seedItems } from '../../seed/items.ts';
import { seedTypes } from '../../seed/types.ts';
import type { NewCatalog, NewItem } from '../store/seed-catalog.ts';

const numbered = (list: readonly { slug: string; name: string }[]) =>
  list.map(({ slug, name }, index) => ({ id: index + 1, slug, name }));

/** The demo shop with its pictures, in the form the store seeds; ids are positions in the seed. */
export const loadDemoCatalog = async (): Promise<NewCatalog> => {
  const pictures = join(packageRoot(import.meta.dirname), 'seed', 'pictures');
  const brands = numbered(seedBrands);
  const types = numbered(seedTypes);
  const brandIds = new Map(brands.map(({ slug, id }) => [slug, id]));
  const typeIds = new Map(types.map(({ slug, id }) => [slug, id]));
  const items = await Promise.all(
    seedItems.map(async (item, index): Promise<NewItem> => ({
      id: index + 1,
      sku: item.sku,
      slug: item.slug,
      name: item.name,
      description: item.description,
      brandId: brandIds.get(item.brand) as number,
      typeId: typeIds.get(item.type) as number,
      priceAmount: item.price,
      initialStock: item.stock,
      picture: await readFile(join(pictures, `${item.slug}.webp`)),
    })),
  );
  return { brands, types, items };
};
