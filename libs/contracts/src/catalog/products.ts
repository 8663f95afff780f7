import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { aggregateVersion, itemId, timestamp, wholeNumber } from '../shared/ids.ts';
import { currency } from '../shared/money.ts';
import { pageOf } from '../shared/page.ts';
import { isPrintableLine, isPrintableText } from '../shared/text.ts';
import { brandId } from './brands.ts';
import { categoryId } from './categories.ts';
import { brand, itemType, slug } from './http.ts';

const unprintable = 'Use letters, digits and punctuation only';
const line = (max: number) => z.string().trim().min(1).max(max).refine(isPrintableLine, unprintable);
const paragraphs = (max: number) => z.string().trim().min(1).max(max).refine(isPrintableText, unprintable);

export const productId = itemId;
const mediaId = itemId;

/** Widths of a picture in the shop; one that is smaller is left as it is. */
export const pictureWidths = [400, 800, 1600] as const;

/** A file of one of these types, by its content and not by its name. */
export const pictureUpload = {
  types: ['image/jpeg', 'image/png', 'image/webp'],
  maxBytes: 20_000_000,
} as const;

/** Query of `POST /api/v1/admin/catalog/products/{id}/media`. */
export const newPictureQuery = z.strictObject({ alt: line(200) });

export const productStatus = z.enum(['draft', 'active', 'archived']);
export type ProductStatus = z.infer<typeof productStatus>;

/** A language of ISO 639-1; the shop's own, English, is not among them: its texts are the product's. */
export const textLanguage = z.enum(['de']);
export type TextLanguage = z.infer<typeof textLanguage>;

const seo = {
  seoTitle: line(120).nullable().default(null),
  seoDescription: line(320).nullable().default(null),
};
const text = z.strictObject({
  name: line(200),
  description: paragraphs(4000),
  ...seo,
  /** Absent means leave; null: one is made from the name. */
  slug: slug.nullable().optional(),
});
/** Null: there are none in that language. */
const texts = z.strictObject({ de: text.nullable().default(null) });
export type ProductTexts = z.infer<typeof texts>;

const amount = z.int().min(1).max(100_000_000);
const price = z
  .strictObject({ currency, amount, compareAt: amount.nullable().default(null) })
  .refine(({ amount: now, compareAt }) => compareAt === null || compareAt > now, {
    path: ['compareAt'],
    error: 'What it cost before has to be more than the price',
  });

/** Letters, digits and the signs of an article number; no spaces, no small letters. */
export const sku = z
  .string()
  .trim()
  .regex(/^[A-Z0-9][A-Z0-9._/-]*$/, 'Capital letters, digits and . _ / - only')
  .max(64);

const variant = {
  sku,
  barcode: z
    .string()
    .trim()
    .regex(/^[0-9A-Z-]{4,40}$/, 'Digits, capital letters and hyphens, 4 to 40 of them')
    .nullable()
    .default(null),
  /** In the order of the product's options. */
  optionValues: z.array(line(60)).max(3).default([]),
  prices: z
    .array(price)
    .max(20)
    .refine((all) => new Set(all.map((one) => one.currency)).size === all.length, 'One price by currency')
    .default([]),
  weightGrams: z.int().min(1).max(10_000_000).nullable().default(null),
  /** Which of the product's pictures shows it; null: the first. */
  mediaId: mediaId.nullable().default(null),
  active: z.boolean().default(true),
};

const optionList = z
  .array(z.strictObject({ name: line(40), values: z.array(line(60)).min(1).max(100) }))
  .max(3)
  .refine(
    (all) =>
      new Set(all.map(({ name }) => name)).size === all.length &&
      all.every(({ values }) => new Set(values).size === values.length),
    'Each option and each of its values once',
  );

const attributeValue = z.union([line(200), z.number().min(-1e9).max(1e9), z.boolean()]);
const attributeCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(40);

const fields = {
  slug,
  name: line(200),
  description: z.string().trim().max(4000).refine(isPrintableText, unprintable),
  ...seo,
  texts,
  brandId,
  categoryId,
  tags: z.array(line(40)).max(30),
  attributes: z.record(attributeCode, attributeValue),
  options: optionList,
  /** With `itemId` one that is there; without one it is new. What is not named is removed, if it never had any stock. */
  variants: z.array(z.strictObject({ itemId: itemId.optional(), ...variant })).max(100),
  /** In their order; what is not named is taken away. */
  media: z
    .array(
      z.strictObject({
        id: mediaId,
        alt: line(200),
        /** In other languages; absent means leave, null that of the shop's own. */
        alts: z.strictObject({ de: line(200).nullable() }).optional(),
      }),
    )
    .max(50),
  /** When a draft is to be published by itself; null: not. */
  publishAt: timestamp.nullable(),
};

/** What a file says of a product is of the same form as what an editor says, cell by cell. */
export const productCells = {
  name: fields.name,
  description: fields.description,
  seoTitle: line(120),
  seoDescription: line(320),
  tag: line(40),
  optionName: line(40),
  optionValue: line(60),
  sku: variant.sku,
  barcode: variant.barcode.unwrap().unwrap(),
  amount,
  weightGrams: variant.weightGrams.unwrap().unwrap(),
  alt: line(200),
} as const;

/** Body of `POST /api/v1/admin/catalog/products`: a draft. */
export const newProduct = z
  .strictObject({
    slug: fields.slug,
    name: fields.name,
    description: fields.description.default(''),
    brandId,
    categoryId,
  })
  .meta({ id: 'NewProduct' });
export type NewProductInput = z.input<typeof newProduct>;

/** Body of `PUT /api/v1/admin/catalog/products/{id}`: absent means leave, null means none; lists are whole. */
export const productUpdate = z
  .strictObject({
    ...fields,
    seoTitle: line(120).nullable(),
    seoDescription: line(320).nullable(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Name at least one field to change')
  .meta({ id: 'ProductUpdate' });
export type ProductUpdate = z.input<typeof productUpdate>;

/** Body of `PUT /api/v1/admin/catalog/products/{id}/status`. */
export const productStatusChange = z
  .strictObject({ status: productStatus })
  .meta({ id: 'ProductStatusChange' });

/** Why nobody can buy it (`blocks`), or what it lacks beside that. */
export const obstacle = z
  .object({
    code: z.enum([
      'is-draft',
      'is-archived',
      'no-variants',
      'all-variants-off',
      'no-price',
      'sold-out',
      'variant-off',
      'variant-without-price',
      'variant-sold-out',
      'currency-missing',
      'no-picture',
      'no-description',
      'text-missing',
    ]),
    blocks: z.boolean(),
    /** Of the variants that it concerns, where it is not all of them. */
    skus: z.array(z.string()).optional(),
    currency: currency.optional(),
    language: textLanguage.optional(),
  })
  .meta({ id: 'ProductObstacle' });
export type ProductObstacle = z.infer<typeof obstacle>;

const savedText = z.object({
  name: z.string(),
  description: z.string(),
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  /** Null: its name has no letter that an address can hold. */
  slug: slug.nullable(),
});

export const adminVariant = z
  .object({
    itemId,
    sku: z.string(),
    barcode: z.string().nullable(),
    optionValues: z.array(z.string()),
    /** That of the shop first. */
    prices: z.array(z.object({ currency, amount: z.int(), compareAt: z.int().nullable() })),
    weightGrams: z.int().nullable(),
    mediaId: mediaId.nullable(),
    active: z.boolean(),
    onHand: z.int(),
    reserved: z.int(),
    available: z.int(),
  })
  .meta({ id: 'AdminVariant' });
export type AdminVariant = z.infer<typeof adminVariant>;

/** A product as staff see it, with everything of it. */
export const adminProduct = z
  .object({
    id: productId,
    slug,
    status: productStatus,
    name: z.string(),
    description: z.string(),
    seoTitle: z.string().nullable(),
    seoDescription: z.string().nullable(),
    texts: z.object({ de: savedText.nullable() }),
    brandId,
    categoryId,
    tags: z.array(z.string()),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    variants: z.array(adminVariant),
    media: z.array(
      z.object({
        id: mediaId,
        url: z.string(),
        alt: z.string(),
        alts: z.object({ de: z.string().nullable() }),
      }),
    ),
    obstacles: z.array(obstacle),
    publishAt: timestamp.nullable(),
    changedAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'AdminProduct' });
export type AdminProduct = z.infer<typeof adminProduct>;

/** A line of the table of products. */
export const adminProductRow = z
  .object({
    id: productId,
    slug,
    name: z.string(),
    status: productStatus,
    brand,
    category: itemType,
    pictureUrl: z.string(),
    variants: z.int(),
    /** Of its cheapest and its dearest variant, in the shop's own currency; null: none has a price. */
    priceFrom: z.int().nullable(),
    priceTo: z.int().nullable(),
    currency,
    available: z.int(),
    changedAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'AdminProductRow' });
export type AdminProductRow = z.infer<typeof adminProductRow>;
export const adminProductPage = pageOf(adminProductRow).meta({ id: 'AdminProductPage' });

/** Query of `GET /api/v1/admin/catalog/products`; `q` is looked for in the words of a product and in SKUs. */
export const productFilter = {
  q: adminListQuery(['name']).q,
  status: productStatus.optional(),
  brand: wholeNumber(brandId).optional(),
  /** With all that is in it. */
  category: wholeNumber(categoryId).optional(),
  /** `low` is at or below the threshold of one of its variants. */
  stock: z.enum(['in', 'out', 'low']).optional(),
  /** What it lacks; a text is one in another language of the shop. */
  missing: z.enum(['picture', 'price', 'text']).optional(),
};
export const adminProductQuery = z.strictObject({
  ...adminListQuery(['name', 'changed', 'id']),
  ...productFilter,
});
export type AdminProductQuery = z.input<typeof adminProductQuery>;

/** What a product can be described by beside words. */
export const attributeList = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        type: z.enum(['text', 'number', 'boolean']),
        unit: z.string().nullable(),
        facet: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'AttributeList' });
export type AttributeDefinition = z.infer<typeof attributeList>['items'][number];
