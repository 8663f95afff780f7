import { describe, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import { differing, type FormValues } from '../form/form-values.ts';
import { mergeProduct } from './merge-product.ts';
import { productBody } from './product-body.ts';
import { productFields } from './product-fields.ts';
import { faultsIn } from './product-faults.ts';
import { productValues, rowsIn } from './product-values.ts';
import { changeOptions, generateRows, missingCombinations, removeRow } from './sheet/change-rows.ts';
import { pasteCells } from './sheet/paste-cells.ts';

const setting = {
  currencies: ['USD', 'EUR'],
  attributes: [{ code: 'waterproof', name: 'Waterproof', type: 'boolean', unit: null, facet: true }],
  brands: [{ value: '1', label: 'Hallvik' }],
  categories: [{ value: '3', label: 'Jackets' }],
} as const;
const variant = (itemId: number, size: string) => ({
  itemId,
  sku: `J-${size}`,
  barcode: null,
  optionValues: [size],
  prices: [{ currency: 'USD', amount: 123_456, compareAt: null }],
  weightGrams: 700,
  mediaId: null,
  active: true,
  onHand: 0,
  reserved: 0,
  available: 0,
});
const product: AdminProduct = {
  id: 7,
  slug: 'jacket',
  status: 'draft',
  name: 'Jacket',
  description: 'For wind.',
  seoTitle: null,
  seoDescription: null,
  texts: { de: null },
  brandId: 1,
  categoryId: 3,
  tags: ['new'],
  attributes: { waterproof: false },
  options: [{ name: 'Size', values: ['S', 'M', 'L'] }],
  variants: [variant(1, 'S'), variant(2, 'M')],
  media: [],
  obstacles: [],
  publishAt: null,
  changedAt: '2026-11-26T10:00:00.000Z',
  version: 3,
};
const base = productValues(product, setting);
const changedIn = (values: FormValues) => differing(productFields(setting, base, values), base, values);
const bodyOf = (values: FormValues) => productBody(values, changedIn(values), setting);
const merged = (mine: FormValues, theirs: FormValues) =>
  mergeProduct(productFields(setting, base, mine, theirs), { base, mine, theirs });

test('what was not changed is not sent, and what is sent says what was there', () => {
  expect(bodyOf(base)).toEqual({});
  const body = bodyOf({ ...base, 'v.1.price.EUR': '1,000.50', 'v.1.before.EUR': '1200' });
  expect(body).toEqual({
    options: product.options,
    variants: [
      {
        itemId: 1,
        sku: 'J-S',
        barcode: null,
        optionValues: ['S'],
        prices: [
          { currency: 'USD', amount: 123_456, compareAt: null },
          { currency: 'EUR', amount: 100_050, compareAt: 120_000 },
        ],
        weightGrams: 700,
        mediaId: null,
        active: true,
      },
      expect.objectContaining({ itemId: 2, sku: 'J-M' }),
    ],
  });
  expect(bodyOf({ ...base, 'attr.waterproof': '', tags: ' a, b,,a ' })).toEqual({
    attributes: {},
    tags: ['a', 'b'],
  });
});

describe('two who edit at once', () => {
  test('other cells go together, the same cell is a clash', () => {
    const mine = { ...base, 'v.1.price.USD': '10', name: 'Mine' };
    const theirs = { ...base, 'v.2.price.USD': '20', name: 'Theirs' };
    const { merged: all, clashing, changedByThem } = merged(mine, theirs);
    expect(clashing).toEqual(['name']);
    expect(changedByThem).toEqual(['name', 'v.2.price.USD']);
    expect([all['v.1.price.USD'], all['v.2.price.USD'], all['name']]).toEqual(['10', '20', 'Mine']);
  });

  test('variants that each of them added or took away are neither lost nor brought back', () => {
    const mine = removeRow(generateRows(base), '1');
    const theirs = productValues({ ...product, variants: [...product.variants, variant(9, 'XL')] }, setting);
    const { merged: all, clashing } = merged(mine, theirs);
    expect(rowsIn(all)).toEqual(['2', '9', 'new-L']);
    expect([all['v.9.sku'], all['v.new-L.sku']]).toEqual(['J-XL', 'JACKET-L']);
    expect(clashing).toEqual([]);
  });
});

test('missing combinations become rows like the first, and a new option gives each row its first value', () => {
  const coloured = changeOptions(
    base,
    [
      { name: 'Size', values: ['S', 'M'] },
      { name: 'Colour', values: ['Red', 'Blue'] },
    ],
    [0, 1],
  );
  expect(missingCombinations(coloured)).toEqual([
    ['S', 'Blue'],
    ['M', 'Blue'],
  ]);
  const all = generateRows(coloured);
  expect(rowsIn(all)).toEqual(['1', '2', 'new-S-BLUE', 'new-M-BLUE']);
  expect([all['v.1.options'], all['v.new-S-BLUE.price.USD'], all['v.new-S-BLUE.sku']]).toEqual([
    '["S","Red"]',
    '1234.56',
    'JACKET-S-BLUE',
  ]);
});

test('a block of a spreadsheet is put in from a cell on, and what does not fit is counted', () => {
  const sheet = { rows: ['1', '2'], columns: ['sku', 'price.USD'], row: '1', column: 'sku' };
  const { values, leftOut } = pasteCells(base, 'A-1\t5.00\tx\r\nA-2\t6.00\r\nA-3\t7\n', sheet);
  expect([values['v.1.sku'], values['v.1.price.USD'], values['v.2.sku'], values['v.2.price.USD']]).toEqual([
    'A-1',
    '5.00',
    'A-2',
    '6.00',
  ]);
  expect(leftOut).toBe(3);
});

test.each([
  ['v.1.sku', 'no good'],
  ['v.2.sku', 'J-S'],
  ['v.1.price.USD', '1.000,00'],
  ['v.1.before.USD', '5.00'],
  ['v.1.weight', '1.5'],
  ['name', ''],
  ['name', 'a'.repeat(10_000)],
  ['attr.waterproof', undefined],
  ['de.name', 'Jacke'],
])('%s as %.20s is a fault where it stands', (name, value) => {
  const faults = Object.keys(faultsIn({ ...base, [name]: value ?? '' }, setting));
  expect(faults).toEqual(value === undefined ? [] : [name === 'de.name' ? 'de.description' : name]);
});
