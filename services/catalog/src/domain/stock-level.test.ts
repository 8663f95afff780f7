import { describe, expect, test } from '@jest/globals';
import { StockBelowReserved, StockTooLarge } from './errors.ts';
import { adjustStock, available, maxOnHand, onHand } from './stock-level.ts';

const level = { initial: 10, received: 5, sold: 3, reserved: 4 };

test('on hand is initial plus received minus sold; what orders reserved is not available', () => {
  expect(onHand(level)).toBe(12);
  expect(available(level)).toBe(8);
});

describe('adjustStock', () => {
  test('books a delivery and a loss', () => {
    expect(adjustStock(level, 7)).toEqual({ ...level, received: 12 });
    expect(adjustStock(level, -8)).toEqual({ ...level, received: -3 });
  });

  test('never takes what orders have reserved', () => {
    expect(() => adjustStock(level, -9)).toThrow(StockBelowReserved);
  });

  test('stays within what the ledger can count', () => {
    expect(() => adjustStock(level, maxOnHand)).toThrow(StockTooLarge);
  });
});
