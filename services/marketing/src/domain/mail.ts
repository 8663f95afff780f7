export interface Recipient {
  readonly name: string;
  readonly address: string;
}

export type MailKind = 'welcome';

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface OutgoingMail extends MailText {
  readonly recipient: Recipient;
  /** The same at every attempt, so that a mailbox can tell a repetition. */
  readonly messageId: string;
}

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
