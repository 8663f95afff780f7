import { describe, expect, test } from '@jest/globals';
import type { Product, ProductVariant } from '@quayside/contracts';
import { choicesOf, chosenVariant } from './chosen-variant.ts';

const price = { amount: 9900, currency: 'USD' };
const variant = (itemId: number, optionValues: string[], availableStock: number, active = true) =>
  ({
    itemId,
    sku: `QS-${itemId}`,
    optionValues,
    price,
    prices: [price],
    pictureUrl: '',
    active,
    availableStock,
  }) satisfies ProductVariant;
const jacket: Product = {
  id: 1,
  slug: 'jacket',
  name: 'Jacket',
  description: '',
  brand: { id: 1, slug: 'hallvik', name: 'Hallvik' },
  categories: [{ id: 1, slug: 'jackets', name: 'Jackets' }],
  tags: [],
  attributes: [],
  options: [
    { name: 'Colour', values: ['Red', 'Navy'] },
    { name: 'Size', values: ['S', 'M'] },
  ],
  media: [],
  seo: {},
  variants: [
    variant(1, ['Red', 'S'], 0),
    variant(2, ['Red', 'M'], 3),
    variant(3, ['Navy', 'S'], 5),
    variant(4, ['Navy', 'M'], 5, false),
  ],
  version: 1,
};
const chosenId = (asked?: string) => chosenVariant(jacket, asked)?.itemId;

describe('the chosen variant', () => {
  test('is the one asked for, also when it is sold out', () => {
    expect(chosenId('3')).toBe(3);
    expect(chosenId('1')).toBe(1);
  });

  test('is the first that can be had when none is asked for, or one that is not sold', () => {
    expect(chosenId()).toBe(2);
    expect(chosenId('4')).toBe(2);
    expect(chosenId('77')).toBe(2);
  });

  test('is none where nothing is sold', () => {
    expect(chosenVariant({ ...jacket, variants: [variant(9, [], 1, false)] }, undefined)).toBeUndefined();
  });
});

test('the choices of an option keep the values of the others', () => {
  const chosen = jacket.variants[1] as ProductVariant;
  const shown = (at: number) =>
    choicesOf(jacket, chosen, at).map((choice) => [choice.value, choice.isChosen, choice.variant?.itemId]);
  expect(shown(0)).toEqual([
    ['Red', true, 2],
    ['Navy', false, undefined],
  ]);
  expect(shown(1)).toEqual([
    ['S', false, 1],
    ['M', true, 2],
  ]);
});
