import type { Money, Refund } from '@quayside/contracts/money';

export type PaymentMethod = 'card' | 'bank';

/** What the buyer is to do at the payment company before a charge is made. */
export interface BuyerVisit {
  /** In a frame of our page, or where the browser goes and comes back from. */
  readonly kind: 'challenge' | 'redirect';
  /** Whoever has it may do it. */
  readonly url: string;
  readonly askedAt: string;
  /** Then it is given up. */
  readonly until: string;
  /** When the buyer was back, as the browser says: only the company's word tells what came of it. */
  readonly backAt?: string;
  readonly isGivenUp?: true;
}

/** Money asked for. `begun`: the payment company may have heard of it, and only its own word tells whether money moved. */
export interface ChargeEntry {
  readonly kind: 'charge';
  /** The idempotency key at the payment company. */
  readonly key: string;
  readonly amount: Money;
  readonly state: 'begun' | 'succeeded' | 'declined' | 'ruled-out';
  /** Absent: a card. */
  readonly method?: 'bank';
  /** While it is begun, and the buyer's turn. */
  readonly visit?: BuyerVisit;
  /** The payment company's id of it. */
  readonly reference?: string;
  readonly reason?: string;
  /** It surfaced when nobody wanted it any more, and goes back as a whole. */
  readonly isExcess?: true;
  readonly at: string;
}

export interface RefundEntry {
  readonly kind: 'refund';
  readonly key: string;
  /** The key of the charge of which it gives back. */
  readonly chargeKey: string;
  readonly amount: Money;
  readonly state: 'begun' | 'succeeded';
  readonly reference?: string;
  readonly reason: string;
  /** What of the order's price it gives back; absent for a charge in excess, which paid for nothing. */
  readonly split?: Refund;
  /** Names the request for it, so that a repeat is known. */
  readonly requestId?: string;
  readonly returnId?: string;
  readonly at: string;
}

export type PaymentEntry = ChargeEntry | RefundEntry;
