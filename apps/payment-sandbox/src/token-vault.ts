import { randomBytes } from 'node:crypto';
import { behaviourOf, brandOf, isExpired, passesLuhn, type CardBehaviour, type CardBrand } from './cards.ts';
import { SandboxError } from './sandbox-error.ts';

interface Card {
  readonly number: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
}

/** `bank`: no card at all, the buyer pays at their bank. */
export type PaymentBehaviour = CardBehaviour | 'bank';

interface IssuedToken {
  readonly token: string;
  readonly brand: CardBrand;
  readonly last4: string;
}

export interface TokenVault {
  issue(card: Card): IssuedToken;
  /** What is to come of it, without spending it. */
  look(token: string): PaymentBehaviour;
  /** Spends the token on one charge; the fixed tokens may be spent without end. */
  spend(token: string): PaymentBehaviour;
}

const fixedTokens: Record<string, PaymentBehaviour> = {
  tok_ok: 'paid',
  tok_declined: 'declined',
  tok_slow: 'slow',
  tok_timeout: 'timeout',
  tok_challenge: 'challenge',
  tok_challenge_fails: 'challenge-fails',
  tok_unanswered: 'unanswered',
  tok_bank: 'bank',
};

/** Keeps what a token stands for; the card number itself is forgotten at once. */
export const createTokenVault = (now: () => Date): TokenVault => {
  const behaviours = new Map<string, CardBehaviour>();
  const spent = new Set<string>();

  const look = (token: string): PaymentBehaviour => {
    const fixed = Object.hasOwn(fixedTokens, token) ? fixedTokens[token] : undefined;
    const behaviour = fixed ?? behaviours.get(token);
    if (!behaviour) throw new SandboxError('token-unknown', 'No such token');
    return behaviour;
  };

  return {
    issue(card) {
      if (!passesLuhn(card.number)) {
        throw new SandboxError('card-number-invalid', 'The card number is not valid');
      }
      if (isExpired({ month: card.expiryMonth, year: card.expiryYear }, now())) {
        throw new SandboxError('card-expired', 'The card has expired');
      }
      const token = `tok_${randomBytes(12).toString('hex')}`;
      behaviours.set(token, behaviourOf(card.number));
      return { token, brand: brandOf(card.number), last4: card.number.slice(-4) };
    },

    look,

    spend(token) {
      const behaviour = look(token);
      if (Object.hasOwn(fixedTokens, token)) return behaviour;
      if (spent.has(token)) throw new SandboxError('token-used', 'The token has already paid for something');
      spent.add(token);
      return behaviour;
    },
  };
};
