import { importFields, type ImportFormat } from '@quayside/contracts';

interface FormatDefinition {
  readonly format: Exclude<ImportFormat, 'custom'>;
  /** Columns that no other format has together, in lower case. */
  readonly knownBy: readonly (readonly string[])[];
  /** The field of a column by its name, in lower case. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Both that which Shopify has written for years, and that which it writes since 2025. */
const shopify: FormatDefinition = {
  format: 'shopify',
  knownBy: [
    ['handle', 'title'],
    ['url handle', 'title'],
  ],
  fields: {
    handle: 'handle',
    'url handle': 'handle',
    title: 'name',
    'body (html)': 'description-html',
    description: 'description-html',
    vendor: 'brand',
    type: 'category',
    tags: 'tags',
    published: 'published',
    'published on online store': 'published',
    status: 'status',
    'option1 name': 'option1-name',
    'option1 value': 'option1-value',
    'option2 name': 'option2-name',
    'option2 value': 'option2-value',
    'option3 name': 'option3-name',
    'option3 value': 'option3-value',
    'variant sku': 'sku',
    sku: 'sku',
    'variant barcode': 'barcode',
    barcode: 'barcode',
    'variant grams': 'weight-grams',
    'weight value (grams)': 'weight-grams',
    'variant inventory qty': 'stock',
    'inventory quantity': 'stock',
    'variant price': 'price',
    price: 'price',
    'variant compare at price': 'compare-at',
    'compare-at price': 'compare-at',
    'image src': 'picture',
    'product image url': 'picture',
    'image alt text': 'picture-alt',
    'variant image': 'variant-picture',
    'variant image url': 'variant-picture',
    'seo title': 'seo-title',
    'seo description': 'seo-description',
  },
};

const formats: readonly FormatDefinition[] = [shopify];

/** What people call columns, for a file of nobody's format. */
const usual: Readonly<Record<string, string>> = {
  slug: 'handle',
  title: 'name',
  product: 'name',
  brand: 'brand',
  manufacturer: 'brand',
  vendor: 'brand',
  type: 'category',
  'article number': 'sku',
  ean: 'barcode',
  gtin: 'barcode',
  quantity: 'stock',
  qty: 'stock',
  image: 'picture',
  'image url': 'picture',
  weight: 'weight-grams',
  ...Object.fromEntries(importFields.map((field) => [field, field])),
};

const plain = (column: string): string => column.trim().toLowerCase();

const mappingBy = (fields: Readonly<Record<string, string>>, columns: readonly string[]): (string | null)[] =>
  columns.map((column) => fields[plain(column)] ?? null);

/** Whose columns these are, and what each of them says. */
export const guessFormat = (
  columns: readonly string[],
): { format: ImportFormat; mapping: (string | null)[] } => {
  const names = new Set(columns.map(plain));
  const known = formats.find(({ knownBy }) =>
    knownBy.some((together) => together.every((name) => names.has(name))),
  );
  return known
    ? { format: known.format, mapping: mappingBy(known.fields, columns) }
    : { format: 'custom', mapping: mappingBy(usual, columns) };
};
