/** A refused command about a draft; `code` is stable and part of the API. */
abstract class DraftOrderError extends Error {
  abstract readonly code: string;
}

export class DraftOrderNotFound extends DraftOrderError {
  readonly code = 'draft-order-not-found' as const;
  constructor(id: string) {
    super(`There is no draft ${id}`);
  }
}

export class DraftOrderClosed extends DraftOrderError {
  readonly code = 'draft-order-closed' as const;
  constructor() {
    super('The buyer has paid it');
  }
}

/** Somebody else changed it after the caller read it. */
export class StaleVersion extends DraftOrderError {
  readonly code = 'stale-version' as const;
  readonly extra: { readonly current: object };

  /** @param current what it is now, so that the caller can see what changed. */
  constructor(current: object) {
    super('Read it again and repeat the change if it still makes sense');
    this.extra = { current };
  }
}

export class PaymentLinkSentTooOften extends DraftOrderError {
  readonly code = 'payment-link-sent-too-often' as const;
  constructor(max: number) {
    super(`A link is sent ${max} times a day at most`);
  }
}

export class PaymentLinkInvalid extends DraftOrderError {
  readonly code = 'payment-link-invalid' as const;
  constructor() {
    super('No draft is opened by this link');
  }
}

export class PaymentLinkExpired extends DraftOrderError {
  readonly code = 'payment-link-expired' as const;
  constructor() {
    super('The link was good for some days, and these are over');
  }
}

export class PaymentLinkWithdrawn extends DraftOrderError {
  readonly code = 'payment-link-withdrawn' as const;
  constructor() {
    super('Whoever sent the link has taken it back');
  }
}
