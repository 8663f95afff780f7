import type { Address } from '@quayside/contracts';
import type { Card } from '../../ui/payment/payment-message.ts';
import type { Outcome } from './place-order.ts';
import type { Trouble } from './trouble.ts';

export type Step = 'contact' | 'address' | 'payment' | 'review';

/** Where the shopper is. `placing` and `unknown` allow no change: what was sent must stay what it is. */
export interface CheckoutState {
  /** Who is not signed in says first where to write to. */
  isGuest: boolean;
  step: Step;
  email?: string;
  address?: Address;
  card?: Card;
  sending: 'no' | 'placing' | 'unknown' | 'placed';
  trouble?: Trouble;
}

export type CheckoutEvent =
  | { type: 'email-given'; email: string }
  | { type: 'address-given'; address: Address }
  | { type: 'card-given'; card: Card }
  | { type: 'step-reopened'; step: 'contact' | 'address' | 'payment' }
  /** By the browser's Back and Forward: nothing is taken back by that. */
  | { type: 'step-shown'; step: Step }
  | { type: 'order-sent' }
  | { type: 'order-answered'; outcome: Outcome };

export const checkoutStart = (isGuest: boolean): CheckoutState => ({
  isGuest,
  step: isGuest ? 'contact' : 'address',
  sending: 'no',
});

export const nextCheckout = (state: CheckoutState, event: CheckoutEvent): CheckoutState => {
  switch (event.type) {
    case 'email-given':
      return isOpen(state) ? onward({ ...state, email: event.email }) : state;
    case 'address-given':
      return isOpen(state) ? onward({ ...state, address: event.address }) : state;
    case 'card-given':
      return isOpen(state) && state.address ? onward({ ...state, card: event.card }) : state;
    case 'step-reopened':
      return isOpen(state) ? reopened(state, event.step) : state;
    case 'step-shown':
      return isOpen(state) && mayShow(state, event.step) ? { ...state, step: event.step } : state;
    case 'order-sent': {
      const { trouble: _, ...rest } = state;
      return state.sending === 'placing' || state.sending === 'placed'
        ? state
        : { ...rest, sending: 'placing' };
    }
    case 'order-answered':
      return answered(state, event.outcome);
    default:
      return event satisfies never;
  }
};

const isOpen = ({ sending }: CheckoutState): boolean => sending === 'no';

/** To the first step that is not done. */
const onward = (state: CheckoutState): CheckoutState => {
  const { isGuest, email, address, card } = state;
  if (isGuest && email === undefined) return { ...state, step: 'contact' };
  if (!address) return { ...state, step: 'address' };
  return { ...state, step: card ? 'review' : 'payment' };
};

const mayShow = ({ isGuest, email, address, card }: CheckoutState, step: Step): boolean => {
  if (step === 'contact') return isGuest;
  if (isGuest && email === undefined) return false;
  return step === 'address' || (address !== undefined && (step === 'payment' || card !== undefined));
};

/** A token is for one card as it was typed, so typing another begins without one. */
const reopened = (state: CheckoutState, step: 'contact' | 'address' | 'payment'): CheckoutState => {
  if (step !== 'payment') return { ...state, step };
  const { card: _, ...rest } = state;
  return state.address ? { ...rest, step } : state;
};

const answered = (state: CheckoutState, outcome: Outcome): CheckoutState => {
  if (outcome.placed === 'unknown') return { ...state, sending: 'unknown' };
  if (outcome.placed) return { ...state, sending: 'placed' };
  return { ...state, sending: 'no', trouble: outcome.trouble };
};
