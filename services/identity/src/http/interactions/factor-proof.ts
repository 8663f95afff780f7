import { createHmac, timingSafeEqual } from 'node:crypto';

const minutes = 10;

/** What came first: the password, or the word of another provider. */
export type FirstProof = 'pwd' | 'fed';
interface Sealed {
  readonly userId: string;
  readonly until: string;
  readonly by: FirstProof;
}

/**
 * That the password was right, or another provider knew them, for the step after it: a hidden field of the page that asks for the code, good for this
 * one sign-in and a few minutes.
 */
export const createFactorProofs = (keys: readonly string[], now: () => Date) => {
  // By a password the seal is what the version before makes too.
  const sealOf = (key: string, { uid, userId, until, by }: { uid: string } & Sealed) =>
    createHmac('sha256', key)
      .update(['factor', uid, userId, until, ...(by === 'pwd' ? [] : [by])].join('\0'))
      .digest('base64url');
  return {
    make: (uid: string, userId: string, by: FirstProof = 'pwd'): string => {
      const until = String(now().getTime() + minutes * 60_000);
      const seal = sealOf(keys[0] ?? '', { uid, userId, until, by });
      return [userId, until, seal, ...(by === 'pwd' ? [] : [by])].join('.');
    },
    /** Who showed who they are, and by what. */
    provenIn: (proof: string, uid: string): { userId: string; by: FirstProof } | undefined => {
      const [, userId, until, seal, other] =
        /^([0-9a-f-]{36})\.(\d{13})\.([\w-]{43})(\.fed)?$/.exec(proof) ?? [];
      if (!userId || !until || !seal || Number(until) < now().getTime()) return undefined;
      const by = other ? 'fed' : 'pwd';
      const isOurs = keys.some((key) =>
        timingSafeEqual(Buffer.from(sealOf(key, { uid, userId, until, by })), Buffer.from(seal)),
      );
      return isOurs ? { userId, by } : undefined;
    },
  };
};
export type FactorProofs = ReturnType<typeof createFactorProofs>;
