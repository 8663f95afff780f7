export class MailNotFound extends Error {
  readonly code = 'mail-not-found' as const;
  constructor(id: string) {
    super(`There is no mail ${id} about this order`);
  }
}

/** Nobody's mailbox is to be filled from here. */
export class MailResentTooOften extends Error {
  readonly code = 'mail-resent-too-often' as const;
  constructor(limit: number) {
    super(`A mail is sent again ${limit} times a day at most`);
  }
}

/** The database did not answer. */
export class MailsUnavailable extends Error {
  readonly code = 'mails-unavailable' as const;
  constructor(options?: ErrorOptions) {
    super('Mails are out of reach right now; trying again is safe', options);
  }
}
