import type { Adjustment, Money, TaxLine, Totals } from '@quayside/contracts/money';
import type { Order } from './order.ts';

export type InvoiceKind = 'invoice' | 'credit-note';

/** Who sells, as it has to stand on an invoice. */
export interface Seller {
  readonly name: string;
  readonly address: readonly string[];
  readonly taxId: string;
  readonly contact: string;
  /** What else the law of the place wants said, such as the register of companies. */
  readonly imprint: string;
}

/** A line as it was sold, or what is taken back of it. `amount` has its taxes in it. */
export interface InvoiceLine {
  readonly itemId: number;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** 0 where only money goes back. */
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly subtotal?: Money;
  readonly adjustments: readonly Adjustment[];
  readonly taxes: readonly TaxLine[];
  readonly amount: Money;
}

/** What an invoice or a credit note says, but for its number. It is fixed when it is issued. */
export interface InvoiceContent {
  readonly kind: InvoiceKind;
  /** The charge that was paid or the refund that was made: of each there is one. */
  readonly cause: string;
  readonly orderId: string;
  readonly orderNumber: string;
  /** Of the order when it was issued, whose address of then is on the paper. */
  readonly orderVersion?: number;
  /** What tax rests on. Whose the order is, it says itself, as long as they are known. */
  readonly destination: Pick<Order['shippingAddress'], 'country' | 'state'>;
  readonly orderedAt: string;
  /** By what it moved; absent: by card. */
  readonly method?: 'bank';
  /** When the money moved. */
  readonly paidAt: string;
  readonly lines: readonly InvoiceLine[];
  readonly shipping: {
    readonly name: string;
    readonly names?: Readonly<Record<string, string>> | undefined;
    readonly taxes: readonly TaxLine[];
    readonly amount: Money;
  };
  /** Of an invoice; a credit note has its total alone. */
  readonly totals?: Totals;
  readonly total: Money;
}

/** As it was issued. */
export interface Invoice extends InvoiceContent {
  readonly number: string;
  /** Of a credit note: the number of the invoice. */
  readonly refersTo?: string;
  readonly issuedAt: string;
  /** The day of that in the shop's time zone, whose year the number is of. */
  readonly issuedOn: string;
  readonly seller: Seller;
}

const prefixes = { invoice: 'INV', 'credit-note': 'CN' } as const;
const digits = 6;

export const invoiceNumberOf = (kind: InvoiceKind, year: string, sequence: number): string =>
  `${prefixes[kind]}-${year}-${String(sequence).padStart(digits, '0')}`;

/** All that taxes were taken of. */
export const partsOf = ({
  lines,
  shipping,
}: Pick<InvoiceContent, 'lines' | 'shipping'>): Pick<InvoiceLine, 'amount' | 'taxes'>[] => [
  ...lines,
  shipping,
];
