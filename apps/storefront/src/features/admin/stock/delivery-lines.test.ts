import { expect, test } from '@jest/globals';
import { readLines } from './delivery-lines.ts';

test('lines of a spreadsheet, a list and a scanner are read alike, and the same SKU is counted together', () => {
  expect(readLines('QS-1\t5\r\nQS-2, 3\nqs-3;1\n\nQS-4 2\nQS-5\nQS-5\n')).toEqual({
    lines: [
      { sku: 'QS-1', quantity: 5 },
      { sku: 'QS-2', quantity: 3 },
      { sku: 'QS-3', quantity: 1 },
      { sku: 'QS-4', quantity: 2 },
      { sku: 'QS-5', quantity: 2 },
    ],
    faults: [],
  });
});

test('what is no line is named by its number', () => {
  expect(readLines('QS-1 5\nQS-2 five\nQS-3 0\nQS-4 1.5')).toEqual({
    lines: [{ sku: 'QS-1', quantity: 5 }],
    faults: [
      { at: 2, text: 'QS-2 five' },
      { at: 3, text: 'QS-3 0' },
      { at: 4, text: 'QS-4 1.5' },
    ],
  });
});
