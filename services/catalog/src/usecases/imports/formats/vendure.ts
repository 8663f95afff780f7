import type { FormatDefinition } from './format-definition.ts';

/** Rows that say nothing of a product go on with that before them. Languages follow the name of a column. */
export const vendure: FormatDefinition = {
  format: 'vendure',
  knownBy: [
    ['slug', 'optiongroups', 'optionvalues', 'sku'],
    ['slug:en', 'optiongroups:en', 'optionvalues:en', 'sku'],
  ],
  fields: {
    name: 'name',
    slug: 'handle',
    description: 'description-html',
    assets: 'pictures',
    facets: 'facets',
    optiongroups: 'option-names',
    optionvalues: 'option-values',
    sku: 'sku',
    price: 'price',
    stockonhand: 'stock',
    variantassets: 'variant-picture',
  },
  patterns: [
    { column: /^name:(en|de)$/, field: ([, language]) => (language === 'de' ? 'name:de' : 'name') },
    {
      column: /^description:(en|de)$/,
      field: ([, language]) => (language === 'de' ? 'description-html:de' : 'description-html'),
    },
    { column: /^slug:en$/, field: () => 'handle' },
    { column: /^optiongroups:en$/, field: () => 'option-names' },
    { column: /^optionvalues:en$/, field: () => 'option-values' },
  ],
};
