import { expect, test } from '@jest/globals';
import { addressOfOther } from './address-of-other.ts';

test.each([
  ['/de/produkte/sturmjacke', '', '/de/produkte/sturmjacke'],
  ['/de/produkte/sturmjacke', '?item=7', '/de/produkte/sturmjacke?item=7'],
  [
    '/de/katalog?type=taschen&kind=taschen:rucksaecke',
    '?type=bags&kind=bags:backpacks&brand=a,b&sort=price',
    '/de/katalog?type=taschen&kind=taschen:rucksaecke&brand=a,b&sort=price',
  ],
  // Of several departments search engines know no page.
  ['/de/katalog', '?type=bags,footwear', '/de/katalog?type=bags,footwear'],
])('beside %s with %s', (alternate, search, address) => {
  expect(addressOfOther(new URL(alternate, 'http://shop.test'), search)).toBe(address);
});
