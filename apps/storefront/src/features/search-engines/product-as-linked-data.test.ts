import { expect, test } from '@jest/globals';
import type { Product } from '@quayside/contracts';
import { productAsLinkedData } from './product-as-linked-data.ts';

const origin = 'https://shop.example.com';
const variant = (itemId: number, optionValues: string[], rest = {}) => ({
  itemId,
  sku: `QS-${itemId}`,
  optionValues,
  price: { amount: 38_900, currency: 'USD' },
  prices: [],
  pictureUrl: '/api/v1/catalog/images/ab',
  active: true,
  availableStock: 2,
  ...rest,
});
const jacket: Product = {
  id: 7,
  slug: 'offshore-jacket',
  name: 'Offshore Jacket',
  description: 'Keeps the spray out.',
  brand: { id: 1, slug: 'harbour-co', name: 'Harbour & Co' },
  categories: [
    { id: 1, slug: 'outerwear', name: 'Outerwear' },
    { id: 2, slug: 'jackets', name: 'Jackets' },
  ],
  tags: [],
  attributes: [],
  options: [
    { name: 'Colour', values: ['Red', 'Navy'] },
    { name: 'Length', values: ['Long'] },
  ],
  media: [{ url: '/api/v1/catalog/images/ab', alt: 'In red' }],
  seo: {},
  variants: [variant(11, ['Red', 'Long'])],
  version: 1,
};

test('a product of one variant is a product with its offer', () => {
  expect(productAsLinkedData(jacket, origin)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': `${origin}/products/offshore-jacket`,
    name: 'Offshore Jacket',
    description: 'Keeps the spray out.',
    brand: { '@type': 'Brand', name: 'Harbour & Co' },
    category: 'Outerwear > Jackets',
    image: [`${origin}/api/v1/catalog/images/ab`],
    sku: 'QS-11',
    offers: {
      '@type': 'Offer',
      url: `${origin}/products/offshore-jacket`,
      price: '389.00',
      priceCurrency: 'USD',
      availability: 'https://schema.org/InStock',
      itemCondition: 'https://schema.org/NewCondition',
    },
  });
});

test('variants are offers of their own in a group; what is not sold is not among them', () => {
  const yen = { amount: 40_000, currency: 'JPY', compareAt: 50_000 };
  const variants = [
    variant(11, ['Red', 'Long']),
    variant(12, ['Navy', 'Long'], { price: yen, availableStock: 0, barcode: '4006381333931' }),
    variant(13, ['Red', 'Short'], { active: false }),
  ];
  expect(productAsLinkedData({ ...jacket, variants }, origin)).toMatchObject({
    '@type': 'ProductGroup',
    productGroupID: '7',
    variesBy: ['https://schema.org/color'],
    hasVariant: [
      {
        name: 'Offshore Jacket, Red, Long',
        color: 'Red',
        offers: { url: `${origin}/products/offshore-jacket?item=11` },
      },
      {
        color: 'Navy',
        gtin: '4006381333931',
        offers: {
          price: '40000',
          priceCurrency: 'JPY',
          availability: 'https://schema.org/OutOfStock',
          priceSpecification: { priceType: 'https://schema.org/StrikethroughPrice', price: '50000' },
        },
      },
    ],
  });
});

test('with nothing of it for sale it is a product without an offer', () => {
  expect(productAsLinkedData({ ...jacket, variants: [] }, origin)).not.toHaveProperty('offers');
});
