import { exportHead, rowsOf, type ExportColumns, type ExportedProduct } from './product-rows.ts';

const columns: ExportColumns = {
  currencies: ['USD', 'EUR'],
  attributes: [{ code: 'material', name: 'Material', type: 'text', unit: null, facet: true }],
};

const noStock = { version: 1, reserved: 0, hasHistory: false } as const;

const sample: ExportedProduct = {
  brand: 'Fjellmörk',
  category: 'Foul-Weather Gear > Jackets',
  product: {
    ...{ id: 1, version: 1, changedAt: '', publishAt: null, brandId: 1, categoryId: 1, media: [] },
    slug: 'storm-smock',
    status: 'active',
    name: 'Storm smock',
    description: 'Keeps the wind out.\n\nA second paragraph.',
    seoTitle: null,
    seoDescription: 'A smock for wind.',
    texts: {
      de: {
        ...{ name: 'Sturmkittel', description: 'Hält den Wind ab.', seoTitle: null, seoDescription: null },
        slug: 'sturmkittel',
      },
    },
    tags: ['sailing', 'offshore'],
    attributes: { material: 'Waxed cotton' },
    options: [{ name: 'Size', values: ['M', 'L'] }],
    variants: ['M', 'L'].map((size, at) => ({
      ...noStock,
      itemId: at + 1,
      sku: `STORM-${size}`,
      barcode: null,
      optionValues: [size],
      prices: [
        { currency: 'USD', amount: 12_900, compareAt: at === 0 ? 14_900 : null },
        { currency: 'EUR', amount: 11_900, compareAt: null },
      ],
      weightGrams: 850 + at * 50,
      mediaId: null,
      active: true,
      onHand: 10,
      available: 10,
    })),
  },
};

/** The rows of a file as an import likes it best, to be begun with. */
export const sampleRows = (): (string | number)[][] => [exportHead(columns), ...rowsOf(sample, columns)];
