import type { Money } from '@quayside/contracts/money';

/** What became of a charge. */
export type ChargeEnd =
  | { readonly outcome: 'charged'; readonly chargeId: string }
  | { readonly outcome: 'declined'; readonly reason: string };

/** Nothing is decided before the buyer did something at the company, or its time is over. */
export interface BuyersTurn {
  readonly outcome: 'buyers-turn';
  readonly chargeId: string;
  readonly kind: 'challenge' | 'redirect';
  readonly url: string;
  readonly until: string;
}

export type ChargeOutcome = ChargeEnd | BuyersTurn;

interface ChargeRequest {
  /** Idempotency key: the payment company makes at most one charge for it. */
  readonly key: string;
  readonly reference: string;
  readonly token: string;
  readonly amount: Money;
  /** For whoever pays on another site: where that leads back to, by the language of its page. */
  readonly returnUrls?: { readonly en: string; readonly de: string };
  /** Somebody may have asked before, with an unknown outcome: look it up before anything else. */
  readonly mayExist: boolean;
  /** Asked right before money could move. */
  mayStart(): boolean;
}

interface RefundRequest {
  /** Idempotency key: the payment company makes at most one refund for it. */
  readonly key: string;
  readonly chargeId: string;
  /** Absent: the whole charge. */
  readonly amount?: number;
}

/** What the payment company does for us. Anything unclear or refused is an error, never an outcome. */
export interface Payments {
  /** @throws {PaymentUnclear | PaymentRefused} */
  charge(request: ChargeRequest): Promise<ChargeOutcome>;
  /** Undefined: the company has never heard of a charge with this key. @throws {PaymentUnclear | PaymentRefused} */
  lookUp(key: string): Promise<ChargeOutcome | undefined>;
  /** Ends a charge that waits for its buyer, who may have been quicker. @throws {PaymentUnclear | PaymentRefused} */
  cancel(chargeId: string): Promise<ChargeEnd>;
  /** @throws {PaymentUnclear | PaymentRefused} */
  refund(request: RefundRequest): Promise<{ refundId: string }>;
}

/** Nobody knows yet what became of it: the work stays due. */
export class PaymentUnclear extends Error {
  override readonly name = 'PaymentUnclear';
}

/** The company understood and does not do it. The work stays due, but only people can bring it on. */
export class PaymentRefused extends Error {
  override readonly name = 'PaymentRefused';
}
