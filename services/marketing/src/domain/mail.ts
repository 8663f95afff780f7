/** A mail that is due, as taken from the queue for one attempt. */
export interface DueMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly recipient: { readonly name: string; readonly address: string };
  /** Counts from 1; this one included. */
  readonly attempt: number;
}

export type MailKind = 'welcome';

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface OutgoingMail extends MailText {
  readonly recipient: DueMail['recipient'];
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
