import type { ProductImport } from '@quayside/contracts';

/** What a column can say, in groups. */
export const fieldGroups: readonly {
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
}[] = [
  {
    label: 'Product',
    fields: {
      handle: 'Slug: which product it is',
      group: 'Group: which product it is',
      name: 'Name',
      description: 'Description',
      'description-html': 'Description, as HTML',
      'summary-html': 'Description where there is none else',
      brand: 'Brand',
      category: 'Category, or a path of them',
      categories: 'Categories: the deepest is taken',
      facets: 'Facets: brand, category, tags',
      tags: 'Tags, by comma',
      'tag-lines': 'Tags, a line for each',
      status: 'Status',
      published: 'Published: yes or no',
      picture: 'Picture: its address',
      'picture-alt': 'What the picture shows',
      pictures: 'Pictures: their addresses',
      'picture-lines': 'Pictures, a line for each',
      'picture-alt-lines': 'What they show, a line for each',
      'seo-title': 'Title for search engines',
      'seo-description': 'Text for search engines',
    },
  },
  {
    label: 'In German',
    fields: {
      'handle:de': 'Slug, German',
      'name:de': 'Name, German',
      'description:de': 'Description, German',
      'description-html:de': 'Description, German, as HTML',
      'seo-title:de': 'Title for search engines, German',
      'seo-description:de': 'Text for search engines, German',
    },
  },
  {
    label: 'Variant',
    fields: {
      sku: 'SKU',
      barcode: 'Barcode',
      'row-type': 'Kind of row: parent or variation',
      'row-id': 'Number of the row',
      parent: 'Parent of a variation',
      price: 'Price',
      'sale-price': 'Price while on sale',
      'compare-at': 'Price before',
      stock: 'On hand',
      'weight-grams': 'Weight in grams',
      weight: 'Weight with its unit',
      'weight:kg': 'Weight in kilograms',
      'weight:lb': 'Weight in pounds',
      active: 'Sold: yes or no',
      'variant-picture': 'Picture of the variant',
      'option-names': 'Options: their names, by bars',
      'option-values': 'Options: their values, by bars',
      'option1-name': 'First option: its name',
      'option1-value': 'First option: its value',
      'option2-name': 'Second option: its name',
      'option2-value': 'Second option: its value',
      'option3-name': 'Third option: its name',
      'option3-value': 'Third option: its value',
    },
  },
];

export const formatWords: Readonly<Record<string, string>> = {
  quayside: 'this shop',
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
  vendure: 'Vendure',
  google: 'a product feed of Google',
  custom: 'columns of its own',
};

export const encodingWords: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little-endian',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1252': 'Windows-1252, Western European',
};

export const delimiterWords: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
};

export const importStates: Readonly<Record<ProductImport['state'], string>> = {
  uploaded: 'Columns to be checked',
  checking: 'Being checked',
  checked: 'Checked, not imported',
  unreadable: 'Cannot be read',
  running: 'Being imported',
  done: 'Imported',
};

export const stateOf = ({ state, job }: Pick<ProductImport, 'state' | 'job'>): string =>
  state === 'done' && job && job.failed > 0 ? 'Imported, with faults' : importStates[state];

/** "1 product", "2,000 products". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
