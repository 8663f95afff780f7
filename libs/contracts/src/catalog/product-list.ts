import { z } from 'zod';
import { itemId, wholeNumber } from '../shared/ids.ts';
import { currency, money } from '../shared/money.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { brand, itemType } from './brands-and-types.ts';
import { itemListQuery, itemSort } from './items.ts';
import { language, rating, shownPrice } from './product.ts';
import { otherSlugs, slug, slugList } from './slugs.ts';

const attributeCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(40);

/** The value of an attribute as an address names it: `stretch-woven`, `yes`, `20`. */
const valueSlug = z
  .string()
  .regex(/^[\p{Ll}\p{N}]+(-[\p{Ll}\p{N}]+)*$/u)
  .max(120);

/** `material:wool,material:canvas,waterproof:yes`: of one attribute any of the values, of several all. */
const attributeFilter = z
  .string()
  .regex(/^[a-z][a-z0-9-]*:[^:,]+(,[a-z][a-z0-9-]*:[^:,]+)*$/)
  .transform((list) => list.split(',').map((part) => part.split(':')))
  .pipe(
    z
      .array(z.tuple([attributeCode, valueSlug]))
      .min(1)
      .max(40),
  )
  .transform((pairs): Record<string, string[]> => {
    const chosen = new Map<string, string[]>();
    for (const [code, value] of pairs) chosen.set(code, [...(chosen.get(code) ?? []), value]);
    return Object.fromEntries(chosen);
  });

/** `rating`: the best by what reviews say; few reviews say less than many. */
export const productSort = z.enum([...itemSort.options, 'rating']);
export type ProductSort = z.infer<typeof productSort>;

/** Query of `GET /api/v1/catalog/products`; `brand` and `category` take slugs, several by comma, a category's in any language; prices in minor units. */
export const productListQuery = z.strictObject({
  ...pageQuery,
  q: itemListQuery.shape.q,
  brand: slugList.optional(),
  category: slugList.optional(),
  attributes: attributeFilter.optional(),
  minPrice: itemListQuery.shape.minPrice,
  maxPrice: itemListQuery.shape.maxPrice,
  inStock: itemListQuery.shape.inStock,
  /** Of what its reviews come to; without any it is not among them. */
  minRating: wholeNumber(z.int().min(1).max(5)).optional(),
  sort: productSort.optional(),
  language,
  /** What prices are shown, sorted and filtered in; what is not sold in it shows the shop's own. */
  currency: currency.optional(),
});
export type ProductListInput = z.input<typeof productListQuery>;

/** What a list shows of a product. */
export const productCard = z
  .object({
    id: z.int(),
    slug,
    slugs: otherSlugs,
    name: z.string(),
    brand,
    /** The root of its category. */
    type: itemType,
    pictureUrl: z.string(),
    /** The variant that it shows; absent from the version before. */
    itemId: itemId.optional(),
    /** Of its cheapest variant. */
    price: shownPrice,
    /** Of its dearest. */
    priceTo: money,
    /** Over all its variants. */
    availableStock: z.int().min(0),
    rating: rating.optional(),
  })
  .meta({ id: 'ProductCard' });
export type ProductCard = z.infer<typeof productCard>;

const countedValue = z.object({ slug: z.string(), name: z.string(), count: z.int() });

const categoryCount = countedValue.extend({
  slugs: otherSlugs,
  parent: slug.optional(),
  parentSlugs: otherSlugs,
});

/** What a slug that was asked for names, which may be one in another language, or of before. */
const askedCategory = z.object({
  asked: slug,
  /** From the root of the tree down to it. */
  path: z.array(z.object({ slug, slugs: otherSlugs })).min(1),
});

/** Counts are of the products that match every other filter than the facet's own; values without any are left out. */
export const productList = pageOf(productCard)
  .extend({
    /** What was searched for instead, where a word is none that the shop knows. */
    searchedFor: z.string().optional(),
    /** No product has all the words of a search; these have some of them. */
    matches: z.literal('some').optional(),
    /** Of the filter `category`, those that are there; absent from the version before. */
    askedCategories: z.array(askedCategory).optional(),
    facets: z.object({
      brands: z.array(countedValue),
      /** The whole tree: `parent` is the slug of the category above. */
      categories: z.array(categoryCount),
      /** Bands of the lowest price, the upper bound not belonging to it; the last has none. */
      prices: z.array(z.object({ from: z.int(), to: z.int().optional(), count: z.int() })),
      inStock: z.int(),
      /** How many are rated so high, or higher; absent from the version before. */
      ratings: z.array(z.object({ from: z.int(), count: z.int() })).optional(),
      attributes: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          unit: z.string().optional(),
          values: z.array(countedValue),
        }),
      ),
    }),
  })
  .meta({ id: 'ProductList' });
export type ProductList = z.infer<typeof productList>;

/** Query of `GET /api/v1/catalog/suggestions`. */
export const suggestionQuery = z.strictObject({
  q: itemListQuery.shape.q.unwrap(),
  language,
  currency: currency.optional(),
});

/** What somebody who is still typing may mean; counts are of the products that the text finds. */
export const suggestions = z
  .object({
    products: z.array(productCard),
    categories: z.array(categoryCount),
    brands: z.array(countedValue),
    totalItems: z.int(),
    /** As in a list of products. */
    searchedFor: z.string().optional(),
  })
  .meta({ id: 'Suggestions' });
export type Suggestions = z.infer<typeof suggestions>;
