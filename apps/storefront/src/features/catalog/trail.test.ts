import { expect, test } from '@jest/globals';
import { wordsIn } from '../../i18n/words-in.ts';
import { trailTo } from './trail.ts';

test('the way to a product goes by the slugs that its categories have in the language', () => {
  const categories = [
    { id: 1, slug: 'bags', slugs: { de: 'taschen' }, name: 'Taschen' },
    { id: 2, slug: 'packs', slugs: { de: 'rucksaecke' }, name: 'Rucksäcke' },
    { id: 3, slug: 'day-packs', name: 'Daypacks' },
  ];
  const hrefs = (locale: 'en' | 'de') =>
    trailTo({ categories }, { t: wordsIn(locale, 'catalog'), locale }).map(({ href }) => href);
  expect(hrefs('de')).toEqual([
    '/catalog',
    '/catalog?type=taschen',
    '/catalog?type=taschen&kind=taschen:rucksaecke',
    '/catalog?type=taschen&kind=taschen:day-packs',
  ]);
  expect(hrefs('en')[2]).toBe('/catalog?type=bags&kind=bags:packs');
});
