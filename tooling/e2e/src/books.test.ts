import { describe, expect, test } from '@jest/globals';
import { compareBooks, type BookedCharge, type Ledger } from './books.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const ledger = (number: string, charged: number, refunded = 0): Ledger => ({
  ...{ number, charged: usd(charged), refunded: usd(refunded), isInFlight: false },
});
const charge = (reference: string, amount: number, amountRefunded = 0): BookedCharge => ({
  ...{ reference, status: 'succeeded', amount, amountRefunded, currency: 'USD' },
});
const ledgers = [ledger('A', 500), ledger('B', 700, 200), ledger('C', 0)];
const charges = [
  charge('A', 500),
  charge('B', 700, 200),
  { ...charge('C', 300), status: 'declined' },
  { ...charge('A', 500), status: 'declined' },
];

describe('the books', () => {
  test('of a shop in which all is well differ nowhere, and say what came in', () => {
    expect(compareBooks(ledgers, charges)).toEqual({
      ...{ orders: 3, charges: 4, differences: [] },
      sums: [{ byLedgers: usd(1000), byBooks: usd(1000) }],
    });
  });

  test.each<[string, readonly Ledger[], readonly BookedCharge[], RegExp]>([
    ['a charge more than the ledger has', ledgers, [...charges, charge('A', 500)], /^A: its ledger/],
    ['a charge that is missing', ledgers, charges.slice(1), /^A: its ledger/],
    [
      'a refund that the ledger has not',
      ledgers,
      [charge('A', 500, 1), ...charges.slice(1)],
      /^A: its ledger/,
    ],
    ['a ledger with another amount', [ledger('A', 499), ...ledgers.slice(1)], charges, /^A: its ledger/],
    ['a charge of no order', ledgers.slice(1), charges, /^A has charges/],
    [
      'an order that is not settled',
      [{ ...ledgers[0]!, isInFlight: true }, ...ledgers.slice(1)],
      charges,
      /^A is not/,
    ],
    [
      'a charge in another currency',
      ledgers,
      [...charges, { ...charge('B', 1), currency: 'EUR' }],
      /^B was charged in EUR/,
    ],
    [
      'two charges of which each is kept',
      [ledger('A', 1000), ...ledgers.slice(1)],
      [...charges, charge('A', 500)],
      /^A was charged 2 times/,
    ],
  ])('show %s', (_, some, others, difference) => {
    expect(compareBooks(some, others).differences).toContainEqual(expect.stringMatching(difference));
  });

  test('show two faults that make up for each other in the sum', () => {
    const { differences, sums } = compareBooks(ledgers, [charge('A', 501), charge('B', 699, 200)]);
    expect(sums).toEqual([{ byLedgers: usd(1000), byBooks: usd(1000) }]);
    expect(differences).toHaveLength(2);
  });
});
