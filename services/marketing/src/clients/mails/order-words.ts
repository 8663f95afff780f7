import type { OrderMailKind } from '../../domain/mail.ts';

/** What a mail about an order can name. */
export interface OrderMailFacts {
  readonly number: string;
  /** As people write it in the language of the mail. */
  readonly total: string;
  readonly amount: string;
  readonly payUntil: string;
  /** By what it was paid, or was to be. */
  readonly method: 'card' | 'bank';
  /** Why a payment was declined, in the payment company's words, or a return refused, in the shop's. */
  readonly reason: string;
  /** Who cancelled the order. */
  readonly by: 'buyer' | 'stock' | 'payment' | 'shop';
  readonly isCharged: boolean;
}

interface Said {
  readonly subject: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly button: string;
}

export interface OrderWords {
  readonly of: Readonly<Record<OrderMailKind, (facts: OrderMailFacts) => Said>>;
  /** Where the invoice is. */
  readonly invoice: {
    readonly title: string;
    readonly link: { readonly title: string; readonly text: string };
    /** To a guest, who has no account to read it in. */
    readonly guestText: string;
  };
  /** To a guest. */
  readonly account: {
    readonly title: string;
    readonly link: { readonly title: string; readonly text: string };
  };
  readonly goesTo: string;
  readonly carrier: string;
  readonly follow: string;
  readonly items: string;
  readonly discount: string;
  readonly shipping: string;
  readonly free: string;
  readonly total: string;
  readonly refunded: string;
  /** Settings name taxes in English; the usual ones have a name in every language. */
  readonly taxes: Readonly<Record<string, string>>;
  readonly taxIncluded: (tax: string) => string;
  readonly why: (number: string) => string;
}
