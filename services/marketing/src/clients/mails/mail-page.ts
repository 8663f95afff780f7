export interface Goods {
  readonly name: string;
  readonly quantity?: number;
  readonly amount?: string;
  /** Absolute. */
  readonly pictureUrl: string;
}

/** What a mail is made of. The HTML and the text of a mail are drawn from the same blocks, so that both say the same. */
export type MailBlock =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'button'; readonly label: string; readonly href: string }
  | { readonly type: 'goods'; readonly rows: readonly Goods[] }
  | {
      readonly type: 'sums';
      readonly rows: readonly { label: string; amount: string; isTotal?: boolean }[];
    }
  | {
      readonly type: 'facts';
      readonly title: string;
      readonly lines: readonly string[];
      readonly link?: { readonly label: string; readonly href: string };
    }
  | {
      readonly type: 'links';
      readonly title: string;
      readonly links: readonly { title: string; text: string; href: string }[];
    };

export interface MailPage {
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  /** What a mailbox shows beside the subject. */
  readonly preview: string;
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  readonly farewell: readonly string[];
  /** Why the mail was sent. */
  readonly why: string;
  /** How to have no more of its kind: by a page, and by the button that mail programs have for it. */
  readonly end?: { readonly label: string; readonly href: string; readonly oneClick: string };
  /** The public origin of the shop. */
  readonly shop: string;
}
