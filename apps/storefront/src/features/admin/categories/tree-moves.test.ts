import { expect, test } from '@jest/globals';
import { placeAfter, type Direction } from './tree-moves.ts';

const rows = [
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 1 },
  { id: 4, parentId: null },
];

test.each<[number, Direction, object | undefined]>([
  [1, 'up', undefined],
  [1, 'down', { parentId: null, position: 1 }],
  [1, 'in', undefined],
  [4, 'up', { parentId: null, position: 0 }],
  [4, 'down', undefined],
  [4, 'in', { parentId: 1, position: 2 }],
  [4, 'out', undefined],
  [3, 'in', { parentId: 2, position: 0 }],
  [2, 'out', { parentId: null, position: 1 }],
])('from row %d one step %s', (id, direction, place) => {
  const row = rows.find((one) => one.id === id);
  expect(row && placeAfter(rows, row, direction)).toEqual(place);
});
