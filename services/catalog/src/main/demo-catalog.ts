import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '@quayside/runtime';
import { seedAttributes } from '../../seed/attributes.ts';
import { seedBrands } from '../../seed/brands.ts';
import { seedCategories } from '../../seed/categories.ts';
import { germanTerms } from '../../seed/german/terms.ts';
import { seedProducts } from '../../seed/products.ts';
import { seedQuestions } from '../../seed/questions.ts';
import { seedReviews } from '../../seed/reviews.ts';
import { seedSynonyms } from '../../seed/synonyms.ts';
import type { SeedVariant } from '../../seed/seed-product.ts';
import { imageHash } from '../usecases/image-hash.ts';
import type { NewCatalog, NewCategory, NewProduct, NewVariant } from '../store/new-catalog.ts';

const folder = join(packageRoot(import.meta.dirname), 'seed', 'pictures');

const numbered = <T extends object>(list: readonly T[]) =>
  list.map((entry, index) => ({ id: index + 1, ...entry }));

const categories = (): NewCategory[] => {
  const ids = new Map(seedCategories.map(({ slug }, index) => [slug, index + 1]));
  return numbered(seedCategories).map(({ id, slug, name, parent }) => {
    const parentId = parent && ids.get(parent);
    return { id, slug, name, ...(parentId ? { parentId, path: [parentId, id] } : { path: [id] }) };
  });
};

/** Prices in euros are set, not converted: close to what the dollar prices come to, in whole euros less a cent. */
const inEuros = (cents: number): number => Math.max(100, Math.round((cents * 0.93) / 100) * 100);

const toVariant = ({ price, compareAt, stock, pictureAt, ...variant }: SeedVariant): NewVariant => ({
  ...variant,
  prices: [
    { currency: 'USD', amount: price, ...(compareAt && { compareAt }) },
    { currency: 'EUR', amount: inEuros(price), ...(compareAt && { compareAt: inEuros(compareAt) }) },
  ],
  initialStock: stock,
  mediaAt: pictureAt,
});

/** The demo shop with its pictures, in the form the store seeds; ids are positions in the seed. */
export const loadDemoCatalog = async (): Promise<NewCatalog> => {
  const brands = numbered(seedBrands);
  const tree = categories();
  const brandIds = new Map<string, number>(brands.map(({ slug, id }) => [slug, id]));
  const categoryIds = new Map(tree.map(({ slug, id }) => [slug, id]));
  const files = [...new Set(seedProducts.flatMap(({ pictures }) => pictures.map(({ file }) => file)))];
  const contents = await Promise.all(files.map((file) => readFile(join(folder, `${file}.webp`))));
  const hashes = new Map(files.map((file, at) => [file, imageHash(contents[at] as Buffer)]));
  const images = new Map(contents.map((content) => [imageHash(content), content]));
  const products = numbered(seedProducts).map(
    ({ brand, category, pictures, variants, german, ...product }): NewProduct => ({
      ...product,
      texts: { de: german },
      brandId: brandIds.get(brand) as number,
      categoryId: categoryIds.get(category) as number,
      status: 'active',
      media: pictures.map(({ file, alt, german: de }) => ({
        ...{ alt, alts: { de }, hash: hashes.get(file) as string },
      })),
      variants: variants.map(toVariant),
    }),
  );
  return {
    brands,
    categories: tree,
    attributes: seedAttributes,
    synonyms: seedSynonyms,
    translations: Object.entries(germanTerms).map(([term, text]) => ({ language: 'de', term, text })),
    images: [...images].map(([hash, content]) => ({ hash, content })),
    products,
    questions: seedQuestions.map(({ of, ...question }) => ({
      ...question,
      productId: products.find(({ slug }) => slug === of)?.id ?? 0,
    })),
    reviews: seedReviews.map(({ of, ...review }) => ({
      ...review,
      productId: products.find(({ slug }) => slug === of)?.id ?? 0,
    })),
  };
};
