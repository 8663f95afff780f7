import type {
  FullProduct,
  FullProductChange,
  FullVariant,
  ProductText,
  VariantPrice,
  VariantText,
  WantedVariant as WantedRow,
} from '../full-product/full-product.ts';
import type { WantedProduct, WantedText, WantedVariant } from './wanted-product.ts';

const textWith = (before: ProductText | null, wanted: WantedText, name: string): ProductText => ({
  name: wanted.name ?? before?.name ?? name,
  description: wanted.description ?? before?.description ?? '',
  seoTitle: wanted.seoTitle ?? before?.seoTitle ?? null,
  seoDescription: wanted.seoDescription ?? before?.seoDescription ?? null,
});

/** Prices in other currencies stay. */
const pricesWith = (
  before: readonly VariantPrice[],
  wanted: WantedVariant['prices'] = [],
): VariantPrice[] => [
  ...before.filter(({ currency }) => !wanted.some((one) => one.currency === currency)),
  ...wanted,
];

const variantWith = (before: FullVariant | undefined, wanted: WantedVariant): WantedRow => ({
  ...(before && { itemId: before.itemId }),
  sku: wanted.sku,
  barcode: wanted.barcode ?? before?.barcode ?? null,
  optionValues: wanted.optionValues ?? before?.optionValues ?? [],
  prices: pricesWith(before?.prices ?? [], wanted.prices),
  weightGrams: wanted.weightGrams ?? before?.weightGrams ?? null,
  mediaId: before?.mediaId ?? null,
  active: wanted.active ?? before?.active ?? true,
});

const asTheyAre = ({
  itemId,
  sku,
  barcode,
  optionValues,
  prices,
  weightGrams,
  mediaId,
  active,
}: FullVariant): WantedRow => ({
  itemId,
  sku,
  barcode,
  optionValues,
  prices,
  weightGrams,
  mediaId,
  active,
});

/** Those that are there in their order, changed where the file names them, then those that are new. */
const variantsWith = (before: FullProduct, wanted: WantedProduct): WantedRow[] => {
  const rows = new Map(wanted.variants.map((variant) => [variant.sku, variant]));
  const known = new Set(before.variants.map(({ sku }) => sku));
  return [
    ...before.variants.map((variant) => {
      const row = rows.get(variant.sku);
      return row ? variantWith(variant, row) : asTheyAre(variant);
    }),
    ...wanted.variants.filter(({ sku }) => !known.has(sku)).map((row) => variantWith(undefined, row)),
  ];
};

/** Values that are there come first, as they are ordered; a value that no variant has any more stays too. */
const optionsWith = (
  before: FullProduct,
  names: readonly string[],
  variants: readonly VariantText[],
): FullProduct['options'] =>
  names.map((name, at) => {
    const values = new Set(before.options.find((option) => option.name === name)?.values);
    for (const { optionValues } of variants) {
      const value = optionValues[at];
      if (value !== undefined) values.add(value);
    }
    return { name, values: [...values] };
  });

/** What a file changes of a product; what it does not say stays. */
export const changeFor = (
  before: FullProduct,
  wanted: WantedProduct,
  { brandId, categoryId }: { brandId: number; categoryId: number },
): FullProductChange => {
  const variants = variantsWith(before, wanted);
  return {
    ...textWith(before, wanted, before.name),
    ...(wanted.de && {
      texts: {
        de: {
          ...textWith(before.texts.de, wanted.de, wanted.name ?? before.name),
          ...(wanted.de.slug !== undefined && { slug: wanted.de.slug }),
        },
      },
    }),
    brandId,
    categoryId,
    ...(wanted.tags && { tags: wanted.tags }),
    ...(wanted.attributes && { attributes: { ...before.attributes, ...wanted.attributes } }),
    ...(wanted.options && { options: optionsWith(before, wanted.options, variants) }),
    variants,
  };
};
