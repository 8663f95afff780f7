import type { Money } from '@quayside/contracts/money';

export interface Recipient {
  readonly name: string;
  readonly address: string;
  /** BCP 47. */
  readonly locale: string;
}

/** What is mailed about an order. */
const orderMailKinds = [
  'order-confirmed',
  'payment-waiting',
  'payment-declined',
  'order-shipped',
  'order-delivered',
  'order-cancelled',
  'items-cancelled',
  'order-refunded',
  'return-approved',
  'return-refused',
  'return-received',
  'order-link',
] as const;
export type OrderMailKind = (typeof orderMailKinds)[number];

/** What is mailed about an item that somebody waits for. */
const stockMailKinds = ['stock-confirm', 'back-in-stock'] as const;
export type StockMailKind = (typeof stockMailKinds)[number];

export const mailKinds = [
  'welcome',
  'review-request',
  'question-answered',
  'payment-link',
  'contact',
  ...orderMailKinds,
  ...stockMailKinds,
] as const;
export type MailKind = (typeof mailKinds)[number];

/** One thing that happened to an order and that its buyer is written of once: ids and an amount, nothing of a person. */
export interface OrderMailMatter {
  readonly kind: OrderMailKind;
  readonly orderId: string;
  /** The parcel, the return, or the version of the order that it is about. */
  readonly about: string;
  readonly amount?: Money | undefined;
}

/** What was delivered: what is it like? */
export interface ReviewRequestMatter {
  readonly kind: 'review-request';
  readonly orderId: string;
  /** Once for all that is in it. */
  readonly about: 'order';
}

/** Somebody asked about an item, and everybody can read an answer. */
interface QuestionMatter {
  readonly kind: 'question-answered';
  readonly askerId: string;
  readonly itemId: number;
}

/** An order that staff wrote down for somebody, who is to pay it. */
export interface PaymentLinkMatter {
  readonly kind: 'payment-link';
  /** That it will have. */
  readonly orderId: string;
  /** The version of the draft that the link was asked for in. */
  readonly about: string;
}

/** What somebody wrote to the shop: it goes to the shop itself. */
interface ContactMatter {
  readonly kind: 'contact';
  readonly mailId: string;
}

/** What a mail tells of; the rest is asked for when it is sent. */
export type MailMatter =
  | { readonly kind: 'welcome'; readonly userId: string }
  | { readonly kind: StockMailKind; readonly requestId: string }
  | ReviewRequestMatter
  | QuestionMatter
  | PaymentLinkMatter
  | ContactMatter
  | OrderMailMatter;

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Ends mails of this kind when it is posted to (RFC 8058), and leads to a page when it is opened. */
  readonly oneClick?: string;
  /** Who is answered by an answer to it, where it is not the shop. */
  readonly replyTo?: { readonly name: string; readonly address: string };
}

export interface OutgoingMail extends MailText {
  readonly recipient: Recipient;
  /** The same at every attempt, so that a mailbox can tell a repetition. */
  readonly messageId: string;
}
