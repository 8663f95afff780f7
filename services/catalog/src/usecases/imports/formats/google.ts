import type { FormatDefinition } from './format-definition.ts';

/** A row for each variant; those with one `item_group_id` are one product, told apart by what differs. */
export const google: FormatDefinition = {
  format: 'google',
  knownBy: [['id', 'title', 'link', 'availability']],
  fields: {
    id: 'sku',
    'item group id': 'group',
    title: 'name',
    description: 'description-html',
    'image link': 'pictures',
    'additional image link': 'pictures',
    price: 'price',
    'sale price': 'sale-price',
    brand: 'brand',
    gtin: 'barcode',
    'product type': 'category',
    color: 'option:Color',
    size: 'option:Size',
    material: 'option:Material',
    pattern: 'option:Pattern',
    'shipping weight': 'weight',
    'sell on google quantity': 'stock',
  },
};
