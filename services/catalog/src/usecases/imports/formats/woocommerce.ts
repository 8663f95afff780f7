import type { FormatDefinition } from './format-definition.ts';

/** A row of its own for the parent, and one for each of its variations, which name it. */
export const woocommerce: FormatDefinition = {
  format: 'woocommerce',
  knownBy: [['type', 'sku', 'name', 'regular price']],
  fields: {
    id: 'row-id',
    type: 'row-type',
    parent: 'parent',
    sku: 'sku',
    'gtin, upc, ean, or isbn': 'barcode',
    name: 'name',
    published: 'published',
    description: 'description-html',
    'short description': 'summary-html',
    stock: 'stock',
    'weight (kg)': 'weight:kg',
    'weight (g)': 'weight:g',
    'weight (lbs)': 'weight:lb',
    'weight (oz)': 'weight:oz',
    'regular price': 'price',
    'sale price': 'sale-price',
    categories: 'categories',
    tags: 'tags',
    images: 'pictures',
    brands: 'brand',
  },
  patterns: [
    { column: /^attribute ([123]) name$/, field: ([, number]) => `option${number}-name` },
    { column: /^attribute ([123]) value\(s\)$/, field: ([, number]) => `option${number}-value` },
  ],
};
