import type { AdminProduct, AdminVariant, AttributeDefinition } from '@quayside/contracts';
import { asDecimal } from '@quayside/contracts/money';
import type { FormValues } from '../form/form-values.ts';

/** A list that stands in one field. */
export const asList = <T>(json: string | undefined): T[] => (json ? (JSON.parse(json) as T[]) : []);

export interface Option {
  readonly name: string;
  readonly values: readonly string[];
}

export const optionsIn = (values: FormValues): Option[] => asList(values['options']);
/** Variants by the key under which their cells stand: the id of the item, or `new-…`. */
export const rowsIn = (values: FormValues): string[] => asList(values['rows']);
export const picturesIn = (values: FormValues): number[] => asList(values['media']);
export const cellOf = (row: string, column: string): string => `v.${row}.${column}`;
export const optionValuesIn = (values: FormValues, row: string): string[] =>
  asList(values[cellOf(row, 'options')]);

const text = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

const decimal = (amount: number | null | undefined, currency: string): string =>
  amount === null || amount === undefined ? '' : asDecimal({ amount, currency });

const variantValues = (variant: AdminVariant, currencies: readonly string[]): [string, string][] => {
  const cell = (column: string) => cellOf(String(variant.itemId), column);
  return [
    [cell('options'), JSON.stringify(variant.optionValues)],
    [cell('sku'), variant.sku],
    [cell('barcode'), text(variant.barcode)],
    [cell('weight'), text(variant.weightGrams)],
    [cell('media'), text(variant.mediaId)],
    [cell('active'), String(variant.active)],
    ...currencies.flatMap((currency): [string, string][] => {
      const price = variant.prices.find((one) => one.currency === currency);
      return [
        [cell(`price.${currency}`), decimal(price?.amount, currency)],
        [cell(`before.${currency}`), decimal(price?.compareAt, currency)],
      ];
    }),
  ];
};

/** Everything that can be edited of a product as flat texts, so that it is compared and merged field by field, cell by cell. */
export const productValues = (
  product: AdminProduct,
  { currencies, attributes }: { currencies: readonly string[]; attributes: readonly AttributeDefinition[] },
): FormValues => ({
  name: product.name,
  description: product.description,
  seoTitle: text(product.seoTitle),
  seoDescription: text(product.seoDescription),
  'de.name': text(product.texts.de?.name),
  'de.description': text(product.texts.de?.description),
  'de.seoTitle': text(product.texts.de?.seoTitle),
  'de.seoDescription': text(product.texts.de?.seoDescription),
  'de.slug': text(product.texts.de?.slug),
  slug: product.slug,
  brandId: String(product.brandId),
  categoryId: String(product.categoryId),
  tags: product.tags.join(', '),
  ...Object.fromEntries(
    attributes.map(({ code }) => {
      const value = product.attributes[code];
      return [`attr.${code}`, value === undefined ? '' : String(value)];
    }),
  ),
  options: JSON.stringify(product.options),
  rows: JSON.stringify(product.variants.map(({ itemId }) => String(itemId))),
  ...Object.fromEntries(product.variants.flatMap((variant) => variantValues(variant, currencies))),
  media: JSON.stringify(product.media.map(({ id }) => id)),
  ...Object.fromEntries(
    product.media.flatMap(({ id, alt, alts }) => [
      [`m.${id}.alt`, alt],
      [`m.${id}.de`, alts.de ?? ''],
    ]),
  ),
});
