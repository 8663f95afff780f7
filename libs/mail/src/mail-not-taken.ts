/** The mail server did not take a mail. Says nothing of whom it was for: servers repeat the address in their replies. */
export class MailNotTaken extends Error {
  readonly code = 'mail-not-taken' as const;
  /** There is no use in trying again: no such mailbox, refused content. */
  readonly refused: boolean;

  constructor(reason: string, { refused }: { refused: boolean }) {
    super(`the mail server did not take the mail: ${reason}`);
    this.refused = refused;
  }
}
