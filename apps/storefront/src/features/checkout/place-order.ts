import type { CheckoutAnswer, Problem } from '@quayside/contracts';
import type { Result } from '../../api/result.ts';
import { type Attempt, forgetAttempt, keepAttempt } from './attempt.ts';
import { isUndecided, type Trouble, troubleOf } from './trouble.ts';

export type Outcome =
  { placed: true; orderId: string } | { placed: false; trouble: Trouble } | { placed: 'unknown' };

interface Dependencies {
  send: (attempt: Attempt) => Promise<Result<CheckoutAnswer>>;
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  pause: (milliseconds: number) => Promise<void>;
}

const pauses = [500, 1_500, 4_000];

/**
 * Sends an attempt until it is decided, always under its own key. Only a decision ends it: while the outcome is
 * unknown the attempt stays kept, to be sent again later as it is.
 */
export const placeOrder = async (
  attempt: Attempt,
  { send, store, pause }: Dependencies,
): Promise<Outcome> => {
  keepAttempt(store, attempt);
  for (const wait of [...pauses, undefined]) {
    const result = await send(attempt);
    if (result.ok) {
      forgetAttempt(store);
      return { placed: true, orderId: result.data.orderId };
    }
    if (!isUndecided(result.problem)) return decided(result.problem, store);
    if (wait !== undefined) await pause(wait);
  }
  return { placed: 'unknown' };
};

const decided = (problem: Problem, store: Dependencies['store']): Outcome => {
  forgetAttempt(store);
  return { placed: false, trouble: troubleOf(problem) };
};
