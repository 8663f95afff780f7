import { bankToken } from '@quayside/contracts';
import type { Card } from './payment-message.ts';

/** In the place of a card: of whoever pays at their bank, nothing is known before. */
export const byBank: Card = { token: bankToken, brand: '', last4: '' };

export const isByBank = ({ token }: Pick<Card, 'token'>): boolean => token === bankToken;
