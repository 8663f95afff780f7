import { z } from 'zod';
import { itemId, timestamp } from '../shared/ids.ts';
import { currencyCode } from '../shared/money.ts';
import { isPrintableText, printableLine, printableText, unprintable } from '../shared/text.ts';
import { brandId } from './brands.ts';
import { categoryId } from './categories.ts';
import { slug } from './slugs.ts';

export const productId = itemId;

export const mediaId = itemId;

export const productStatus = z.enum(['draft', 'active', 'archived']);
export type ProductStatus = z.infer<typeof productStatus>;

/** A language of ISO 639-1; the shop's own, English, is not among them: its texts are the product's. */
export const textLanguage = z.enum(['de']);
export type TextLanguage = z.infer<typeof textLanguage>;

const seo = {
  seoTitle: printableLine(120).nullable().default(null),
  seoDescription: printableLine(320).nullable().default(null),
};

const text = z.strictObject({
  name: printableLine(200),
  description: printableText(4000),
  ...seo,
  /** Absent means leave; null: one is made from the name. */
  slug: slug.nullable().optional(),
});

/** Null: there are none in that language. */
const texts = z.strictObject({ de: text.nullable().default(null) });
export type ProductTexts = z.infer<typeof texts>;

const amount = z.int().min(1).max(100_000_000);

const price = z
  .strictObject({ currency: currencyCode, amount, compareAt: amount.nullable().default(null) })
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
  optionValues: z.array(printableLine(60)).max(3).default([]),
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
  .array(z.strictObject({ name: printableLine(40), values: z.array(printableLine(60)).min(1).max(100) }))
  .max(3)
  .refine(
    (all) =>
      new Set(all.map(({ name }) => name)).size === all.length &&
      all.every(({ values }) => new Set(values).size === values.length),
    'Each option and each of its values once',
  );

const attributeValue = z.union([printableLine(200), z.number().min(-1e9).max(1e9), z.boolean()]);

const attributeCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(40);

const fields = {
  slug,
  name: printableLine(200),
  description: z.string().trim().max(4000).refine(isPrintableText, unprintable),
  ...seo,
  texts,
  brandId,
  categoryId,
  tags: z.array(printableLine(40)).max(30),
  attributes: z.record(attributeCode, attributeValue),
  options: optionList,
  /** With `itemId` one that is there; without one it is new. What is not named is removed, if it never had any stock. */
  variants: z.array(z.strictObject({ itemId: itemId.optional(), ...variant })).max(100),
  /** In their order; what is not named is taken away. */
  media: z
    .array(
      z.strictObject({
        id: mediaId,
        alt: printableLine(200),
        /** In other languages; absent means leave, null that of the shop's own. */
        alts: z.strictObject({ de: printableLine(200).nullable() }).optional(),
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
  seoTitle: printableLine(120),
  seoDescription: printableLine(320),
  tag: printableLine(40),
  optionName: printableLine(40),
  optionValue: printableLine(60),
  sku: variant.sku,
  barcode: variant.barcode.unwrap().unwrap(),
  amount,
  weightGrams: variant.weightGrams.unwrap().unwrap(),
  alt: printableLine(200),
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
    seoTitle: printableLine(120).nullable(),
    seoDescription: printableLine(320).nullable(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Name at least one field to change')
  .meta({ id: 'ProductUpdate' });
export type ProductUpdate = z.input<typeof productUpdate>;

/** Body of `PUT /api/v1/admin/catalog/products/{id}/status`. */
export const productStatusChange = z
  .strictObject({ status: productStatus })
  .meta({ id: 'ProductStatusChange' });
