/** The database did not answer. */
export class MailChoicesUnavailable extends Error {
  readonly code = 'mail-choices-unavailable' as const;
  constructor(options?: ErrorOptions) {
    super('Which mails are wanted is out of reach right now; trying again is safe', options);
  }
}
