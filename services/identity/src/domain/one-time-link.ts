export type LinkPurpose = 'confirm' | 'change-email' | 'reset';

/** What a link in a mail allows whoever has it, once. */
export interface OneTimeLink {
  readonly id: string;
  readonly userId: string;
  readonly purpose: LinkPurpose;
  /** The address that it was sent to. */
  readonly email: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;

export const linkLifetimeMs: Readonly<Record<LinkPurpose, number>> = {
  confirm: 7 * day,
  'change-email': day,
  reset: 30 * minute,
};

/** How long an account is there whose address nobody confirmed. */
export const unconfirmedDays = 30;
