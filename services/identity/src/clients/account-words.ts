import type { MailMatter } from '../usecases/send-account-mail.ts';

export interface SaidOfAccount {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** What to do if it was not you. */
  readonly otherwise: string;
}

/** All that the mails about an account say, in one language. */
export interface AccountWords {
  readonly says: Readonly<Record<MailMatter['says'], (email: string) => SaidOfAccount>>;
  readonly confirm: string;
  readonly useAddress: string;
  readonly setPassword: string;
  readonly orOpen: string;
  readonly farewell: string;
}
