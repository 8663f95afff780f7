import { expect, test } from '@jest/globals';
import { NothingReserved, UnitsNotSold } from './errors.ts';
import { releaseStock, type Reservation } from './reservation.ts';
import { returnUnits } from './return-units.ts';

const sold: Reservation = {
  status: 'sold',
  version: 2,
  lines: [
    { itemId: 1, quantity: 3 },
    { itemId: 2, quantity: 1 },
  ],
};
const back = { causeId: 'r1', lines: [{ itemId: 1, quantity: 2 }] };

test('units of a sale go back on the shelf, once for each cause, and the rest when the order is cancelled', () => {
  const decision = returnUnits(sold, back);
  expect(decision).toMatchObject({ moves: [{ itemId: 1, reserved: 0, sold: -2 }], cameBack: back });
  const after = decision?.next ?? sold;
  expect(returnUnits(after, back)).toBeUndefined();
  expect(returnUnits(after, { ...back, causeId: 'r2', lines: [{ itemId: 1, quantity: 1 }] })).toBeDefined();
  expect(releaseStock(after)?.moves).toEqual([
    { itemId: 1, reserved: 0, sold: -1 },
    { itemId: 2, reserved: 0, sold: -1 },
  ]);
});

test('more than was sold does not come back, nor what was not sold', () => {
  expect(() => returnUnits(sold, { ...back, lines: [{ itemId: 1, quantity: 4 }] })).toThrow(UnitsNotSold);
  expect(() => returnUnits({ status: 'none' }, back)).toThrow(NothingReserved);
  expect(returnUnits({ status: 'returned', version: 3 }, back)).toBeUndefined();
});
