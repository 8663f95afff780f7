import { describe, expect, test } from '@jest/globals';
import { safeReturnTo } from './return-to.ts';

const origin = 'http://localhost:8080';

describe('safeReturnTo', () => {
  test.each([
    '/checkout',
    '/catalog?q=rope&page=2',
    '/',
    '/basket#x',
    '/products/rope?item=3#reviews',
    '/#//evil.example',
    '/orders/1#a%20b',
  ])('keeps %s', (path) => {
    expect(safeReturnTo(path, origin)).toBe(path);
  });

  test.each([
    undefined,
    '',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    '#//evil.example',
    '//evil.example/#/basket',
    '/..//evil.example#x',
  ])('turns %j into the home page', (wanted) => {
    expect(safeReturnTo(wanted, origin)).toBe('/');
  });
});
