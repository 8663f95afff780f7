import { expect, test } from '@jest/globals';
import { readTracking } from './tracking-lines.ts';

const orders = [
  { id: 'a', number: 'QS-7K3M-9Q2F' },
  { id: 'b', number: 'QS-0000-0001' },
];

test('tracking numbers are told by order, as they come out of a sheet or a mail', () => {
  const text = '\nQS-7K3M-9Q2F, 00340434 1\r\n qs00000001\tP;2 \n\n';
  expect(readTracking(text, orders)).toEqual({
    tracking: new Map([
      ['a', '00340434 1'],
      ['b', 'P;2'],
    ]),
  });
  expect(readTracking(' ', orders)).toEqual({ tracking: new Map() });
});

test.each([
  ['QS-7K3M-9Q2F', 'Line 1: write the number of the order'],
  ['QS-7K3M-9Q2F,', 'Line 1: write the number of the order'],
  ['QS-7K3M-9Q2F,1\nQS-9999-9999,2', 'Line 2: QS-9999-9999 is none of the orders'],
  ['QS-7K3M-9Q2F,1\n7K3M9Q2F,2', 'Line 2: 7K3M9Q2F has a tracking number already'],
  [`QS-7K3M-9Q2F,${'1'.repeat(121)}`, 'Line 1: at most 120 characters'],
])('%.40j is refused with its line', (text, fault) => {
  expect(readTracking(text, orders).fault).toContain(fault);
});
