import type { Throttle } from './throttle.ts';

/** Attempts under one key, and what becomes of the count when an attempt succeeds. */
export interface Limit {
  readonly key: readonly string[];
  readonly throttle: Throttle;
  /** Forgotten, where only whoever knows the password succeeds; else this attempt alone is taken back. */
  readonly onSuccess: 'forget' | 'take back';
}

const waits = { firstWaitSeconds: 30, longestWaitSeconds: 15 * 60 };

export interface Attempt {
  /** The account by its key, whether there is one or not. */
  readonly account: string;
  /** The network address it comes from, as it is counted. */
  readonly address: string;
  /** A device on which this account was signed in before. */
  readonly knownDevice?: string | undefined;
}

/**
 * What bounds the guessing of passwords: each account from each address, each account from everywhere, each address over
 * all accounts. A device that the account knows has a bound of its own, so that nobody can lock the owner out.
 */
export const signInLimits = ({ account, address, knownDevice }: Attempt): readonly Limit[] =>
  knownDevice === undefined
    ? [
        { key: [account, address], throttle: { ...waits, free: 5 }, onSuccess: 'forget' },
        { key: ['account', account, '*'], throttle: { ...waits, free: 20 }, onSuccess: 'take back' },
        { key: ['address', '*', address], throttle: { ...waits, free: 40 }, onSuccess: 'take back' },
      ]
    : [{ key: ['device', account, knownDevice], throttle: { ...waits, free: 5 }, onSuccess: 'forget' }];
