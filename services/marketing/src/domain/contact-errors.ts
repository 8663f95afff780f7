interface ContactFault {
  readonly field: string;
  readonly fault: string;
}

/** Says which fields are at fault, and nothing of what they hold. */
export class ContactMessageInvalid extends Error {
  readonly code = 'contact-message-invalid' as const;
  readonly extra: { readonly faults: readonly ContactFault[] };
  constructor(faults: readonly ContactFault[]) {
    super(`Not to be sent: ${faults.map(({ field, fault }) => `${field} ${fault}`).join(', ')}`);
    this.extra = { faults };
  }
}

/** Under this key another message was sent. */
export class IdempotencyKeyReused extends Error {
  readonly code = 'idempotency-key-reused' as const;
  constructor() {
    super('Another message has another key');
  }
}

/** The database did not answer. */
export class ContactUnavailable extends Error {
  readonly code = 'contact-unavailable' as const;
  constructor(options?: ErrorOptions) {
    super('The message was not taken; sending it again under the same key is safe', options);
  }
}
