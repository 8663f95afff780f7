import { z } from 'zod';
import { aggregateVersion, itemId, wholeNumber } from '../shared/ids.ts';
import { currency, money } from '../shared/money.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { isPrintableLine, isPrintableText } from '../shared/text.ts';

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120);

/** In other languages, by ISO 639-1; whatever leads to a product or category by one of them leads to it by each. */
export const otherSlugs = z.record(z.string().regex(/^[a-z]{2}$/), slug).optional();

/** What the reviews that are shown come to; absent where there are none. */
export const rating = z
  .object({
    /** With one decimal. */
    average: z.number().min(1).max(5),
    count: z.int().min(1),
  })
  .meta({ id: 'Rating' });
export type Rating = z.infer<typeof rating>;

export const brand = z.object({ id: z.int(), slug, name: z.string() }).meta({ id: 'Brand' });
export const itemType = z.object({ id: z.int(), slug, name: z.string() }).meta({ id: 'ItemType' });
export type Brand = z.infer<typeof brand>;
export type ItemType = z.infer<typeof itemType>;

/** Answers of `GET /api/v1/catalog/brands` and `…/types`: all of them, by name. */
export const brandList = z.object({ items: z.array(brand) }).meta({ id: 'BrandList' });
/** Answer of `GET /api/v2/catalog/types`. */
export const typeTree = z
  .object({
    items: z.array(
      z.object({
        slug,
        name: z.string(),
        /** The slug of the category that it is in; null at the top. */
        parent: slug.nullable(),
      }),
    ),
  })
  .meta({ id: 'TypeTree' });
export type TypeTree = z.infer<typeof typeTree>;
export const itemTypeList = z.object({ items: z.array(itemType) }).meta({ id: 'ItemTypeList' });

export const catalogItem = z
  .object({
    id: itemId,
    sku: z.string(),
    slug,
    name: z.string(),
    description: z.string(),
    brand,
    type: itemType,
    price: money,
    availableStock: z.int().min(0),
    /** Path below the public origin, with a content hash, so it may be cached for ever. */
    pictureUrl: z.string(),
    active: z.boolean(),
    version: aggregateVersion,
  })
  .meta({ id: 'CatalogItem' });
export type CatalogItem = z.infer<typeof catalogItem>;

const price = money.extend({
  /** What it cost before, where that is to be shown; more than it costs now. */
  compareAt: z.int().optional(),
  /**
   * Of a price that is shown as reduced the lowest one of the 30 days before it was (Directive 98/6/EC, Art. 6a); absent
   * where it was not sold then.
   */
  lowestPrior: z.int().optional(),
});

/** What is sold: one combination of the product's option values. */
export const productVariant = z
  .object({
    itemId,
    sku: z.string(),
    barcode: z.string().optional(),
    /** In the order of the product's options. */
    optionValues: z.array(z.string()),
    /** In the shop's own currency. */
    price,
    prices: z.array(price),
    weightGrams: z.int().optional(),
    pictureUrl: z.string(),
    active: z.boolean(),
    availableStock: z.int().min(0),
  })
  .meta({ id: 'ProductVariant' });
export type ProductVariant = z.infer<typeof productVariant>;

/** Answer of `GET /api/v1/catalog/products/{slug}`. For an old slug it is the product with the slug it has now. */
export const product = z
  .object({
    id: z.int(),
    slug,
    slugs: otherSlugs,
    name: z.string(),
    description: z.string(),
    brand,
    /** From the root of the tree down to that of the product. */
    categories: z.array(itemType).min(1),
    tags: z.array(z.string()),
    attributes: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        value: z.union([z.string(), z.number(), z.boolean()]),
        unit: z.string().optional(),
      }),
    ),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    media: z.array(
      z.object({
        url: z.string(),
        alt: z.string(),
        /** Of the sizes that `url` has with `?w=`; absent: one size only. */
        widths: z.array(z.int()).optional(),
      }),
    ),
    seo: z.object({ title: z.string().optional(), description: z.string().optional() }),
    variants: z.array(productVariant),
    rating: rating.optional(),
    version: aggregateVersion,
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof product>;

/** A language of ISO 639-1; what has no text in it is in the shop's own. */
export const language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .optional();

/** Query of `GET /api/v1/catalog/products/{slug}` and `/types`. */
export const productQuery = z.strictObject({ language });

/** Query of screens that show products: in a language, and with the prices of lists in a currency. */
export const screenQuery = productQuery.extend({ currency: currency.optional() });

const slugs = z
  .string()
  .regex(/^[a-z0-9-]+(,[a-z0-9-]+)*$/)
  .transform((list) => list.split(','))
  .pipe(z.array(slug).min(1).max(20));

export const itemSort = z.enum(['relevance', 'name', '-name', 'price', '-price', 'newest']);
export type ItemSort = z.infer<typeof itemSort>;

/** Query of `GET /api/v1/catalog/items`; `brand` and `type` take slugs, several by comma; prices in minor units. */
export const itemListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().min(1).max(100).optional(),
  brand: slugs.optional(),
  type: slugs.optional(),
  minPrice: wholeNumber(z.int().min(0).max(100_000_000)).optional(),
  maxPrice: wholeNumber(z.int().min(0).max(100_000_000)).optional(),
  inStock: z
    .enum(['true', 'false'])
    .transform((flag) => flag === 'true')
    .optional(),
  sort: itemSort.optional(),
  ids: z
    .string()
    .regex(/^[1-9][0-9]{0,9}(,[1-9][0-9]{0,9})*$/)
    .transform((list): unknown[] => list.split(','))
    .pipe(z.array(wholeNumber(itemId)).min(1).max(100))
    .optional(),
  /** For admins: inactive items too. */
  includeInactive: z
    .enum(['true', 'false'])
    .transform((flag) => flag === 'true')
    .optional(),
});
export type ItemListQuery = z.infer<typeof itemListQuery>;
/** As it is asked, before it is read. */
export type ItemListInput = z.input<typeof itemListQuery>;

export const itemPage = pageOf(catalogItem).meta({ id: 'CatalogItemPage' });
export type ItemPage = z.infer<typeof itemPage>;

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

/** Query of `GET /api/v1/catalog/products`; `brand` and `category` take slugs, several by comma; prices in minor units. */
export const productListQuery = z.strictObject({
  ...pageQuery,
  q: itemListQuery.shape.q,
  brand: slugs.optional(),
  category: slugs.optional(),
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
    price,
    /** Of its dearest. */
    priceTo: money,
    /** Over all its variants. */
    availableStock: z.int().min(0),
    rating: rating.optional(),
  })
  .meta({ id: 'ProductCard' });
export type ProductCard = z.infer<typeof productCard>;

const countedValue = z.object({ slug: z.string(), name: z.string(), count: z.int() });

const categoryCount = countedValue.extend({ parent: slug.optional() });

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

/** Counts are of the products that match every other filter than the facet's own; values without any are left out. */
export const productList = pageOf(productCard)
  .extend({
    /** What was searched for instead, where a word is none that the shop knows. */
    searchedFor: z.string().optional(),
    /** No product has all the words of a search; these have some of them. */
    matches: z.literal('some').optional(),
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

const unprintable = 'Use letters, digits and punctuation only';

/** Body of `PUT /api/v1/catalog/items/{id}`: what an admin may change; absent means leave. */
export const itemUpdate = z
  .strictObject({
    name: z.string().trim().min(1).max(200).refine(isPrintableLine, unprintable),
    description: z.string().trim().min(1).max(4000).refine(isPrintableText, unprintable),
    /** In a currency that the item is sold in; the prices in others stay. */
    price: z.strictObject({ amount: z.int().min(1).max(100_000_000), currency }),
    active: z.boolean(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Name at least one field to change')
  .meta({ id: 'CatalogItemUpdate' });
export type ItemUpdate = z.infer<typeof itemUpdate>;

/** Body of `POST /api/v1/catalog/items/{id}/stock-adjustments`. */
export const stockAdjustment = z
  .strictObject({
    delta: z
      .int()
      .min(-1_000_000)
      .max(1_000_000)
      .refine((delta) => delta !== 0, 'Must not be 0'),
    reason: z.string().trim().min(1).max(200).refine(isPrintableLine, unprintable),
  })
  .meta({ id: 'StockAdjustment' });
export type StockAdjustment = z.infer<typeof stockAdjustment>;
