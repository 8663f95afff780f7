export const stockRequestsAtMost = 50;
/** Of one address: so many mails can be sent to somebody who did not ask for any, in the time below. */
export const unconfirmedAtMost = 3;

const dayMs = 24 * 60 * 60 * 1000;

/** What was asked for before these moments is forgotten: at all, and unless it was confirmed. */
export const forgottenBefore = (now: Date): { asked: Date; unconfirmed: Date } => ({
  asked: new Date(now.getTime() - 180 * dayMs),
  unconfirmed: new Date(now.getTime() - 2 * dayMs),
});

/** What a mail about a sold-out item tells of, and whom. */
export interface WaitedFor {
  readonly item: {
    readonly id: number;
    readonly slug: string;
    /** In other languages, as are names. */
    readonly slugs?: Readonly<Record<string, string>> | undefined;
    readonly name: string;
    /** In other languages. */
    readonly names?: Readonly<Record<string, string>> | undefined;
    readonly pictureUrl: string;
  };
  /** The account; or where a guest said to write to. */
  readonly watcher: { readonly accountId: string } | { readonly address: string; readonly locale: string };
  /** What its links say after the `#`. */
  readonly links: { readonly confirm: string; readonly end: string };
}
