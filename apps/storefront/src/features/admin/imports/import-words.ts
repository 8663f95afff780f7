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
      name: 'Name',
      description: 'Description',
      'description-html': 'Description, as HTML',
      brand: 'Brand',
      category: 'Category, or a path of them',
      tags: 'Tags, by comma',
      status: 'Status',
      published: 'Published: yes or no',
      picture: 'Picture: its address',
      'picture-alt': 'What the picture shows',
      'seo-title': 'Title for search engines',
      'seo-description': 'Text for search engines',
    },
  },
  {
    label: 'In German',
    fields: {
      'name:de': 'Name, German',
      'description:de': 'Description, German',
      'seo-title:de': 'Title for search engines, German',
      'seo-description:de': 'Text for search engines, German',
    },
  },
  {
    label: 'Variant',
    fields: {
      sku: 'SKU',
      barcode: 'Barcode',
      price: 'Price',
      'compare-at': 'Price before',
      stock: 'On hand',
      'weight-grams': 'Weight in grams',
      active: 'Sold: yes or no',
      'variant-picture': 'Picture of the variant',
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
  shopify: 'Shopify',
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

const states: Readonly<Record<ProductImport['state'], string>> = {
  uploaded: 'Columns to be checked',
  checking: 'Being checked',
  checked: 'Checked, not imported',
  unreadable: 'Cannot be read',
  running: 'Being imported',
  done: 'Imported',
};

export const stateOf = ({ state, job }: Pick<ProductImport, 'state' | 'job'>): string =>
  state === 'done' && job && job.failed > 0 ? 'Imported, with faults' : states[state];

/** "1 product", "2,000 products". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
