/** A signing key's life. Times, not flags, so that every replica sees the same state at the same time. */
export interface SigningKeyDates {
  readonly createdAt: Date;
  /** From now on tokens are signed with it; until then it is only published. */
  readonly activatesAt: Date;
  /** From now on it is not published any more; absent while no newer key took over. */
  readonly expiresAt: Date | undefined;
}

/**
 * A new key is published this long before it signs: longer than a replica takes to reload its keys, so that no
 * replica is asked to publish a token's key that it has not seen.
 */
export const publishLeadSeconds = 120;

/** Longer than any signed token lives (an ID token: one hour), so that each can be verified to its end. */
export const retiredSeconds = 2 * 60 * 60;

const plus = (time: Date, seconds: number): Date => new Date(time.getTime() + seconds * 1000);

/** Dates of the first key ever: there is nothing it could take over from, so it signs at once. */
export const firstKeyDates = (now: Date): SigningKeyDates => ({
  createdAt: now,
  activatesAt: now,
  expiresAt: undefined,
});

/** Dates of the next key, and the time when those before it go. */
export const nextKeyDates = (now: Date): { next: SigningKeyDates; othersExpireAt: Date } => {
  const activatesAt = plus(now, publishLeadSeconds);
  return {
    next: { createdAt: now, activatesAt, expiresAt: undefined },
    othersExpireAt: plus(activatesAt, retiredSeconds),
  };
};

/** Those to publish, with the one that signs first: the newest active one. */
export const orderSigningKeys = <Key extends SigningKeyDates>(
  keys: readonly Key[],
  now: Date,
): readonly Key[] => {
  const published = keys.filter((key) => key.expiresAt === undefined || key.expiresAt > now);
  const newestFirst = published.toSorted((a, b) => b.activatesAt.getTime() - a.activatesAt.getTime());
  const active = newestFirst.filter((key) => key.activatesAt <= now);
  const waiting = newestFirst.filter((key) => key.activatesAt > now);
  return [...active, ...waiting];
};
