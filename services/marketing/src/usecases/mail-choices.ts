import type { MailChoices } from '@quayside/contracts';

/** Which mails people want beside those that tell of their orders. */
export interface MailChoiceStore {
  of(userId: string): Promise<MailChoices>;
  choose(userId: string, choices: MailChoices): Promise<MailChoices>;
  /** @throws {StockLinkInvalid} */
  end(link: string): Promise<void>;
}

/** By what an address names a page: in the shop's own language, and in others. */
export interface Slugs {
  readonly slug: string;
  readonly slugs?: Readonly<Record<string, string>>;
}

/** What a mail that asks for reviews needs beside its order. */
export interface ReviewMailReads {
  /** What the link that ends such mails says; undefined: they are not wanted. */
  endLinkOf(userId: string): Promise<string | undefined>;
  /** Of these items those that have a page. */
  slugsOf(itemIds: readonly number[]): Promise<ReadonlyMap<number, Slugs>>;
}
