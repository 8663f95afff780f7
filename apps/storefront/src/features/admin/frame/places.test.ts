import { expect, test } from '@jest/globals';
import { placeAt, placesFor } from './places.ts';

test('a page below a place is in it', () => {
  const places = placesFor(['shopper', 'admin']);
  expect(placeAt('/admin/brands/7', places)?.label).toBe('Brands');
  expect(placeAt('/admin/brandsx', places)).toBeUndefined();
});

test('a shopper is shown no place', () => {
  expect(placesFor(['shopper'])).toEqual([]);
});
