import { createHmac, timingSafeEqual } from 'node:crypto';

const minutes = 10;

/**
 * That the password was right, for the step after it: a hidden field of the page that asks for the code, good for this
 * one sign-in and a few minutes.
 */
export const createFactorProofs = (keys: readonly string[], now: () => Date) => {
  const sealOf = (key: string, uid: string, userId: string, until: string) =>
    createHmac('sha256', key).update(`factor\0${uid}\0${userId}\0${until}`).digest('base64url');
  return {
    make: (uid: string, userId: string): string => {
      const until = String(now().getTime() + minutes * 60_000);
      return [userId, until, sealOf(keys[0] ?? '', uid, userId, until)].join('.');
    },
    /** Whose password was right. */
    userIn: (proof: string, uid: string): string | undefined => {
      const [, userId, until, seal] = /^([0-9a-f-]{36})\.(\d{13})\.([\w-]{43})$/.exec(proof) ?? [];
      if (!userId || !until || !seal || Number(until) < now().getTime()) return undefined;
      const isOurs = keys.some((key) =>
        timingSafeEqual(Buffer.from(sealOf(key, uid, userId, until)), Buffer.from(seal)),
      );
      return isOurs ? userId : undefined;
    },
  };
};
export type FactorProofs = ReturnType<typeof createFactorProofs>;
