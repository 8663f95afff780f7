import { describe, expect, test } from '@jest/globals';
import { shopPage } from '@quayside/contracts';
import { locales } from './locales.ts';
import { pageAt, pathIn, samePageIn } from './paths.ts';

describe('a page of the shop', () => {
  test.each([
    ['/', '/de'],
    ['/catalog', '/de/katalog'],
    ['/catalog?q=wool&type=outerwear', '/de/katalog?q=wool&type=outerwear'],
    ['/products/storm-shell?item=3#reviews', '/de/produkte/storm-shell?item=3#reviews'],
    ['/orders', '/de/bestellungen'],
    ['/orders/find', '/de/bestellungen/finden'],
    ['/orders/0198c0de-0000-7000-8000-000000000001', '/de/bestellungen/0198c0de-0000-7000-8000-000000000001'],
    ['/?page=2', '/de?page=2'],
  ])('%s stands in German at %s, and is found there', (path, inGerman) => {
    expect(pathIn('de', path)).toBe(inGerman);
    expect(pathIn('en', path)).toBe(path);
    const [asked = '', plain = ''] = [inGerman, path].map((href) => href.split(/[?#]/)[0]);
    expect(pageAt(asked)).toEqual({ locale: 'de', path: plain });
    expect(pageAt(plain)).toEqual({ locale: 'en', path: plain });
    expect(samePageIn('en', asked)).toBe(plain);
    expect(samePageIn('de', plain)).toBe(pathIn('de', plain));
  });

  test.each([
    '/admin',
    '/admin/orders',
    '/api/v1/catalog/products',
    '/auth/login?returnTo=%2F',
    '#reviews',
    'https://else.test/catalog',
  ])('%s is none, and stays where it is', (href) => expect(pathIn('de', href)).toBe(href));

  test.each([
    '/de/admin',
    '/de/api/v1/orders',
    '/de/catalog',
    '/de/_next/x',
    '/de/kataloge',
    '/de//admin',
    '/fr/katalog',
    '/en/catalog',
  ])('%s leads to none', (path) => expect(pageAt(path).path).toBeUndefined());

  test('that there is not is left for home', () => {
    expect(samePageIn('de', '/nowhere')).toBe('/de');
    expect(samePageIn('en', '/de/nirgends')).toBe('/');
  });
});

test.each(locales)('what is linked to from outside stands where it is said to: %s', (locale) => {
  expect(shopPage(locale, 'home')).toBe(pathIn(locale, '/'));
  expect(shopPage(locale, 'catalog', '?type=bags')).toBe(pathIn(locale, '/catalog?type=bags'));
  expect(shopPage(locale, 'account')).toBe(pathIn(locale, '/account'));
  expect(shopPage(locale, 'order', '/0198c0de')).toBe(pathIn(locale, '/orders/0198c0de'));
});
