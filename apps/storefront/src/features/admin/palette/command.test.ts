import { expect, test } from '@jest/globals';
import { placesFor } from '../frame/places.ts';
import { placeCommands } from './command.ts';

const found = (typed: string) => placeCommands(placesFor(['admin']), typed).map(({ href }) => href);

test('a place is found by the beginnings of its words, in any order', () => {
  expect(found('bra')).toEqual(['/admin/brands']);
  expect(found('chan WHO')).toEqual(['/admin/audit']);
  expect(found('cat pri')).toEqual(['/admin/prices']);
  expect(found('xyz')).toEqual([]);
});

test('nothing typed is everything', () => {
  expect(found(' ').length).toBeGreaterThan(3);
});
