import { describe, expect, test } from '@jest/globals';
import { StockBelowReserved, StockTooLarge } from './errors.ts';
import { adjustStock, available, maxOnHand, onHand } from './stock-level.ts';

const level = { initial: 10, received: 5, sold: 3, reserved: 4, version: 6, lowThreshold: 5 };

test('on hand is initial plus received minus sold; what orders reserved is not available', () => {
  expect(onHand(level)).toBe(12);
  expect(available(level)).toBe(8);
});

describe('adjustStock', () => {
  test('books a delivery and a loss', () => {
    expect(adjustStock(7, level, 7)).toEqual({
      level: { ...level, received: 12, version: 7 },
      facts: [{ type: 'stock-changed', itemId: 7, available: 15, version: 7 }],
    });
    expect(adjustStock(7, level, -8)).toEqual({
      level: { ...level, received: -3, version: 7 },
      facts: [{ type: 'stock-changed', itemId: 7, available: 0, version: 7 }],
    });
  });

  test('never takes what orders have reserved', () => {
    expect(() => adjustStock(7, level, -9)).toThrow(StockBelowReserved);
  });

  test('stays within what the ledger can count', () => {
    expect(() => adjustStock(7, level, maxOnHand)).toThrow(StockTooLarge);
  });
});
