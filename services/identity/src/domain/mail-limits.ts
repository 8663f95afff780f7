import { mailboxOf } from '@quayside/contracts/email';
import type { Limit } from './sign-in-limits.ts';

const daySeconds = 24 * 3600;

/**
 * Mails that somebody who is not known to own a mailbox can have sent there in a day, whatever stands after a `+` in
 * its address.
 */
export const mailboxLimit = (kind: 'unconfirmed' | 'confirmed', email: string): Limit => ({
  key: ['mailbox', kind, mailboxOf(email)],
  throttle: {
    free: kind === 'confirmed' ? 6 : 3,
    firstWaitSeconds: daySeconds,
    longestWaitSeconds: daySeconds,
  },
  onSuccess: 'take back',
});

/** What one network address may ask for whose answer is a mail. */
export const askForMailLimit = (address: string): Limit => ({
  key: ['asks-for-mail', '*', address],
  throttle: { free: 20, firstWaitSeconds: 30, longestWaitSeconds: 15 * 60 },
  onSuccess: 'take back',
});

/** Proofs by whoever is signed in: the password asked again, or a code. */
export const proofLimit = (what: 'password' | 'code', userId: string): Limit => ({
  key: ['proof', what, userId],
  throttle: { free: 5, firstWaitSeconds: 30, longestWaitSeconds: 15 * 60 },
  onSuccess: 'forget',
});

/** What one network address may set out for providers of others. */
export const outsideLimit = (address: string): Limit => ({
  key: ['outside', '*', address],
  throttle: { free: 40, firstWaitSeconds: 30, longestWaitSeconds: 15 * 60 },
  onSuccess: 'take back',
});
