import { randomBytes } from 'node:crypto';
import { SandboxError } from './sandbox-error.ts';
import type { PageLanguage } from './schemas.ts';
import type { PaymentBehaviour } from './token-vault.ts';

export type ReturnUrls = { readonly en: string; readonly de?: string | undefined };

/** What the buyer of one charge is to do; whoever knows its secret may do it. */
export interface Confirmation {
  readonly chargeId: string;
  readonly kind: 'challenge' | 'redirect';
  readonly behaviour: PaymentBehaviour;
  readonly expiresAt: Date;
  readonly returnUrls: ReturnUrls | undefined;
  triesLeft: number;
}

export interface NextAction {
  readonly type: 'challenge' | 'redirect';
  readonly url: string;
  readonly expiresAt: string;
}

/** The one that is right for every card of the sandbox. */
export const rightCode = '123456';
const tries = 3;

const needing: ReadonlySet<PaymentBehaviour> = new Set([
  'challenge',
  'challenge-fails',
  'unanswered',
  'bank',
]);
export const needsBuyer = (behaviour: PaymentBehaviour): boolean => needing.has(behaviour);

export const createConfirmations = (deps: {
  origin: string;
  allowedOrigins: readonly string[];
  confirmMs: number;
  unansweredMs: number;
  now: () => Date;
}) => {
  const known = new Map<string, Confirmation>();

  const refuseStrangers = (returnUrls: ReturnUrls | undefined): void => {
    if (!returnUrls)
      throw new SandboxError('return-url-missing', 'Say where the bank sends the buyer back to');
    for (const url of [returnUrls.en, returnUrls.de ?? returnUrls.en]) {
      if (!deps.allowedOrigins.includes(new URL(url).origin)) {
        throw new SandboxError('return-url-not-allowed', 'Buyers are sent back to known sites only');
      }
    }
  };

  return {
    /** @throws {SandboxError} before anything is kept */
    check: (behaviour: PaymentBehaviour, returnUrls: ReturnUrls | undefined): void => {
      if (behaviour === 'bank') refuseStrangers(returnUrls);
    },

    open: (chargeId: string, behaviour: PaymentBehaviour, returnUrls: ReturnUrls | undefined): NextAction => {
      const secret = randomBytes(24).toString('hex');
      const kind = behaviour === 'bank' ? 'redirect' : 'challenge';
      const lastsMs = behaviour === 'unanswered' ? deps.unansweredMs : deps.confirmMs;
      const expiresAt = new Date(deps.now().getTime() + lastsMs);
      known.set(secret, { ...{ chargeId, kind, behaviour, expiresAt, returnUrls }, triesLeft: tries });
      const path = kind === 'redirect' ? 'bank' : 'challenges';
      return { type: kind, url: `${deps.origin}/${path}/${secret}`, expiresAt: expiresAt.toISOString() };
    },

    find: (kind: Confirmation['kind'], secret: string): Confirmation => {
      const found = known.get(secret);
      if (found?.kind !== kind)
        throw new SandboxError('confirmation-not-found', 'Nothing is to be confirmed here');
      return found;
    },
  };
};

export type Confirmations = ReturnType<typeof createConfirmations>;

/** Where the buyer goes from the bank's page. */
export const wayBackOf = ({ returnUrls }: Confirmation, language: PageLanguage): string =>
  returnUrls?.[language] ?? returnUrls?.en ?? '';
