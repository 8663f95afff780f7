import type { ImportFormat } from '@quayside/contracts';
import type { FormatDefinition } from './formats/format-definition.ts';
import { google } from './formats/google.ts';
import { quayside } from './formats/quayside.ts';
import { shopify } from './formats/shopify.ts';
import { vendure } from './formats/vendure.ts';
import { woocommerce } from './formats/woocommerce.ts';
import { plainHeading } from './mappings.ts';

const formats: readonly FormatDefinition[] = [quayside, shopify, woocommerce, vendure, google];

/** What people call columns, for a file of nobody's format. */
const usual: Readonly<Record<string, string>> = {
  ...quayside.fields,
  title: 'name',
  product: 'name',
  'product name': 'name',
  tags: 'tags',
  manufacturer: 'brand',
  vendor: 'brand',
  type: 'category',
  'article number': 'sku',
  ean: 'barcode',
  gtin: 'barcode',
  price: 'price',
  'price before': 'compare-at',
  stock: 'stock',
  quantity: 'stock',
  qty: 'stock',
  image: 'picture',
  'image url': 'picture',
  picture: 'picture',
  weight: 'weight',
};

const mappingBy = (
  { fields, patterns = [] }: Pick<FormatDefinition, 'fields' | 'patterns'>,
  columns: readonly string[],
): (string | null)[] =>
  columns.map((column) => {
    const name = plainHeading(column);
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (known !== undefined) return known;
    for (const { column: pattern, field } of patterns) {
      const match = pattern.exec(name);
      if (match) return field(match);
    }
    return null;
  });

/** Whose columns these are, and what each of them says. */
export const guessFormat = (
  columns: readonly string[],
): { format: ImportFormat; mapping: (string | null)[] } => {
  const names = new Set(columns.map(plainHeading));
  const known = formats.find(({ knownBy }) =>
    knownBy.some((together) => together.every((name) => names.has(name))),
  );
  return known
    ? { format: known.format, mapping: mappingBy(known, columns) }
    : { format: 'custom', mapping: mappingBy({ ...quayside, fields: usual }, columns) };
};
