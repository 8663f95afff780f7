import type { FormatDefinition } from './format-definition.ts';

/** What the export writes: every cell of it comes back as it was. */
export const quayside: FormatDefinition = {
  format: 'quayside',
  knownBy: [['slug', 'name', 'option1 name', 'option1 value', 'sku', 'on hand']],
  fields: {
    slug: 'handle',
    status: 'status',
    name: 'name',
    description: 'description',
    'seo title': 'seo-title',
    'seo description': 'seo-description',
    'name (de)': 'name:de',
    'description (de)': 'description:de',
    'seo title (de)': 'seo-title:de',
    'seo description (de)': 'seo-description:de',
    brand: 'brand',
    category: 'category',
    tags: 'tag-lines',
    'option1 name': 'option1-name',
    'option1 value': 'option1-value',
    'option2 name': 'option2-name',
    'option2 value': 'option2-value',
    'option3 name': 'option3-name',
    'option3 value': 'option3-value',
    sku: 'sku',
    barcode: 'barcode',
    'weight (g)': 'weight-grams',
    'on hand': 'stock',
    sold: 'active',
    pictures: 'picture-lines',
    'picture texts': 'picture-alt-lines',
    'variant picture': 'variant-picture',
  },
  patterns: [
    { column: /^price ([a-z]{3})$/, field: ([, currency = '']) => `price:${currency.toUpperCase()}` },
    {
      column: /^price before ([a-z]{3})$/,
      field: ([, currency = '']) => `compare-at:${currency.toUpperCase()}`,
    },
    { column: /^attribute ([a-z][a-z0-9-]*)$/, field: ([, code]) => `attribute:${code}` },
  ],
};
