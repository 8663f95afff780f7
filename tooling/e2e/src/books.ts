import { add, sameMoney, subtract, sum, zero, type Money } from '@quayside/contracts/money';

/** What moved for an order by its own ledger. */
export interface Ledger {
  readonly number: string;
  readonly charged: Money;
  readonly refunded: Money;
  /** Something of it is still to be charged or to go back, and nobody but the shop has a say in it. */
  readonly isInFlight: boolean;
}

/** A charge as the payment company's books have it; `reference` is the order's number. */
export interface BookedCharge {
  readonly reference: string;
  readonly status: string;
  readonly amount: number;
  readonly amountRefunded: number;
  readonly currency: string;
}

export interface BooksAudit {
  readonly orders: number;
  readonly charges: number;
  /** What came in less what went back, of all orders. */
  readonly sums: readonly { readonly byLedgers: Money; readonly byBooks: Money }[];
  /** One line for each order, or sum, of which the two do not say the same. */
  readonly differences: readonly string[];
}

interface Moved {
  readonly charged: Money;
  readonly refunded: Money;
}
const words = ({ amount, currency }: Money): string => `${amount} ${currency}`;
const told = ({ charged, refunded }: Moved): string =>
  `${words(charged)} charged, ${words(refunded)} refunded`;
const isSame = (one: Moved, other: Moved): boolean =>
  sameMoney(one.charged, other.charged) && sameMoney(one.refunded, other.refunded);

const booked = (charges: readonly BookedCharge[], currency: string): Moved => {
  const made = charges.filter((charge) => charge.status === 'succeeded' && charge.currency === currency);
  return {
    charged: sum(
      made.map(({ amount }) => ({ amount, currency })),
      currency,
    ),
    refunded: sum(
      made.map(({ amountRefunded }) => ({ amount: amountRefunded, currency })),
      currency,
    ),
  };
};

/** Charges whose money is with the shop, in part at least: of an order there is to be one at most. */
const kept = (charges: readonly BookedCharge[]): number =>
  charges.filter(({ status, amount, amountRefunded }) => status === 'succeeded' && amountRefunded < amount)
    .length;

const differencesOf = (ledger: Ledger, charges: readonly BookedCharge[]): string[] => {
  const { number, charged } = ledger;
  const books = booked(charges, charged.currency);
  const strange = charges.find(({ currency }) => currency !== charged.currency);
  return [
    ...(ledger.isInFlight ? [`${number} is not settled`] : []),
    ...(isSame(ledger, books) ? [] : [`${number}: its ledger has ${told(ledger)}; the books ${told(books)}`]),
    ...(kept(charges) > 1 ? [`${number} was charged ${kept(charges)} times`] : []),
    ...(strange ? [`${number} was charged in ${strange.currency}`] : []),
  ];
};

/** Order by order and in all: money in is what was paid less what was refunded, as much by the one as by the other. */
export const compareBooks = (ledgers: readonly Ledger[], charges: readonly BookedCharge[]): BooksAudit => {
  const byNumber = Map.groupBy(charges, ({ reference }) => reference);
  const numbers = new Set(ledgers.map(({ number }) => number));
  const differences = ledgers.flatMap((ledger) => differencesOf(ledger, byNumber.get(ledger.number) ?? []));
  const strays = [...byNumber.keys()].filter((number) => !numbers.has(number));
  const currencies = new Set([
    ...ledgers.map(({ charged }) => charged.currency),
    ...charges.map(({ currency }) => currency),
  ]);
  const sums = [...currencies].toSorted().map((currency) => {
    const { charged, refunded } = booked(charges, currency);
    const byLedgers = ledgers
      .filter((ledger) => ledger.charged.currency === currency)
      .reduce((all, ledger) => add(all, subtract(ledger.charged, ledger.refunded)), zero(currency));
    return { byLedgers, byBooks: subtract(charged, refunded) };
  });
  return {
    orders: ledgers.length,
    charges: charges.length,
    sums,
    differences: [
      ...differences,
      ...strays.map((number) => `${number} has charges, and is no order`),
      ...sums
        .filter(({ byLedgers, byBooks }) => !sameMoney(byLedgers, byBooks))
        .map(
          ({ byLedgers, byBooks }) =>
            `in all ${words(byLedgers)} by the ledgers, ${words(byBooks)} by the books`,
        ),
    ],
  };
};

/** The audit in one line. */
export const booksLine = ({ orders, charges, sums, differences }: BooksAudit): string =>
  `${orders} orders, ${charges} charges; paid less refunded ` +
  `${sums.map(({ byLedgers, byBooks }) => `${words(byLedgers)} by the ledgers, ${words(byBooks)} by the books`).join('; ')}` +
  `; ${differences.length} differences`;
