import type { Money } from '@quayside/contracts/money';

export type ChargeOutcome =
  | { readonly outcome: 'charged'; readonly chargeId: string }
  | { readonly outcome: 'declined'; readonly reason: string };

interface ChargeRequest {
  /** Idempotency key: the payment company makes at most one charge for it. */
  readonly key: string;
  readonly reference: string;
  readonly token: string;
  readonly amount: Money;
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
