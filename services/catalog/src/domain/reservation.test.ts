import { describe, expect, test } from '@jest/globals';
import { NothingReserved } from './errors.ts';
import { releaseStock, reserveStock, sellReserved, type Reservation } from './reservation.ts';

const orderId = '0198c0de-0000-7000-8000-000000000001';
const stocked = new Map([
  [1, 5],
  [2, 1],
]);
const lines = [
  { itemId: 2, quantity: 1 },
  { itemId: 1, quantity: 3 },
];
const reserved: Reservation = { status: 'reserved', version: 1, lines };
const sold: Reservation = { status: 'sold', version: 2, lines };

describe('reserveStock', () => {
  test('reserves every line when all are available', () => {
    const sorted = [
      { itemId: 1, quantity: 3 },
      { itemId: 2, quantity: 1 },
    ];
    expect(reserveStock({ status: 'none' }, { orderId, lines }, stocked)).toEqual({
      next: { status: 'reserved', version: 1, lines: sorted },
      moves: [
        { itemId: 1, reserved: 3, sold: 0 },
        { itemId: 2, reserved: 1, sold: 0 },
      ],
      facts: [{ type: 'stock-reserved', orderId, lines: sorted, version: 1 }],
    });
  });

  test('reserves nothing when one line falls short, and names only that one', () => {
    const tooMany = [lines[1], { itemId: 2, quantity: 2 }].filter((line) => line !== undefined);
    expect(reserveStock({ status: 'none' }, { orderId, lines: tooMany }, stocked)).toEqual({
      next: { status: 'rejected', version: 1 },
      moves: [],
      facts: [
        { type: 'stock-rejected', orderId, lines: [{ itemId: 2, requested: 2, available: 1 }], version: 1 },
      ],
    });
  });

  test('adds up lines of the same item before it looks at the stock', () => {
    const split = [
      { itemId: 1, quantity: 3 },
      { itemId: 1, quantity: 3 },
    ];
    expect(reserveStock({ status: 'none' }, { orderId, lines: split }, stocked)?.facts).toEqual([
      { type: 'stock-rejected', orderId, lines: [{ itemId: 1, requested: 6, available: 5 }], version: 1 },
    ]);
  });

  test.each([0, -1, 1.5, Number.NaN])('rejects a quantity of %d', (quantity) => {
    const order = {
      orderId,
      lines: [
        { itemId: 1, quantity },
        { itemId: 1, quantity: 2 },
      ],
    };
    expect(reserveStock({ status: 'none' }, order, stocked)?.next.status).toBe('rejected');
  });

  test('rejects an item nobody knows, as not available', () => {
    expect(
      reserveStock({ status: 'none' }, { orderId, lines: [{ itemId: 9, quantity: 1 }] }, stocked)?.facts,
    ).toEqual([
      { type: 'stock-rejected', orderId, lines: [{ itemId: 9, requested: 1, available: 0 }], version: 1 },
    ]);
  });

  test.each<Reservation>([
    reserved,
    sold,
    { status: 'rejected', version: 1 },
    { status: 'released', version: 1 },
    { status: 'returned', version: 3 },
  ])('changes nothing for an order that is already $status', (current) => {
    expect(reserveStock(current, { orderId, lines }, stocked)).toBeUndefined();
  });
});

describe('sellReserved', () => {
  test('turns what is reserved into a sale', () => {
    expect(sellReserved(reserved)).toEqual({
      next: { status: 'sold', version: 2, lines },
      moves: [
        { itemId: 2, reserved: -1, sold: 1 },
        { itemId: 1, reserved: -3, sold: 3 },
      ],
      facts: [],
    });
  });

  test.each<Reservation>([sold, { status: 'returned', version: 3 }])(
    'changes nothing for an order that was sold before and is $status',
    (current) => {
      expect(sellReserved(current)).toBeUndefined();
    },
  );

  test.each<Reservation>([
    { status: 'none' },
    { status: 'rejected', version: 1 },
    { status: 'released', version: 2 },
  ])('refuses an order that is $status', (current) => {
    expect(() => sellReserved(current)).toThrow(NothingReserved);
  });
});

describe('releaseStock', () => {
  test('frees what is reserved', () => {
    expect(releaseStock(reserved)).toEqual({
      next: { status: 'released', version: 2 },
      moves: [
        { itemId: 2, reserved: -1, sold: 0 },
        { itemId: 1, reserved: -3, sold: 0 },
      ],
      facts: [],
    });
  });

  test('puts what was sold back on the shelf', () => {
    expect(releaseStock(sold)).toMatchObject({
      next: { status: 'returned', version: 3 },
      moves: [
        { itemId: 2, reserved: 0, sold: -1 },
        { itemId: 1, reserved: 0, sold: -3 },
      ],
    });
  });

  test('remembers a cancel that comes before the request, so that the request reserves nothing', () => {
    const decision = releaseStock({ status: 'none' });
    expect(decision).toEqual({ next: { status: 'released', version: 1 }, moves: [], facts: [] });
    expect(reserveStock(decision?.next ?? { status: 'none' }, { orderId, lines }, stocked)).toBeUndefined();
  });

  test.each<Reservation>([
    { status: 'rejected', version: 1 },
    { status: 'released', version: 2 },
    { status: 'returned', version: 3 },
  ])('changes nothing for an order that is already $status', (current) => {
    expect(releaseStock(current)).toBeUndefined();
  });
});
