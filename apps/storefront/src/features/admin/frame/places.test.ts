import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { allPlaces, mayBeAt, placeAt, placesFor } from './places.ts';

const hrefs = (groups: ReturnType<typeof placesFor>) =>
  groups.flatMap(({ places }) => places.map(({ href }) => href.replace('/admin/', '')));

test('a page below a place is in it', () => {
  const places = placesFor(['shopper', 'admin']);
  expect(placeAt('/admin/brands/7', places)?.label).toBe('Brands');
  expect(placeAt('/admin/brandsx', places)).toBeUndefined();
});

test('a shopper is shown no place', () => {
  expect(placesFor(['shopper'])).toEqual([]);
});

test('support is shown what is about orders and customers, whoever keeps the catalog nothing about people', () => {
  const [support, merchandiser] = [placesFor(['shopper', 'support']), placesFor(['shopper', 'merchandiser'])];
  expect(
    hrefs(support).filter((place) => !['orders', 'draft-orders', 'invoices', 'customers'].includes(place)),
  ).toEqual([]);
  expect(hrefs(merchandiser)).toEqual(expect.arrayContaining(['products', 'stock', 'audit']));
  expect(
    hrefs(merchandiser).filter((place) =>
      ['orders', 'draft-orders', 'invoices', 'customers', 'users'].includes(place),
    ),
  ).toEqual([]);
  expect(mayBeAt('/admin/users', ['support', 'merchandiser'])).toBe(false);
});

test('every place has a layout that guards it', () => {
  const app = join(import.meta.dirname, '../../../app');
  const open = allPlaces
    .flatMap(({ places }) => places.map(({ href }) => href))
    .filter((href) => !existsSync(join(app, href, 'layout.tsx')));
  expect(open).toEqual([]);
});
