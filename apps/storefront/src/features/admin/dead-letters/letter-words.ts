import type { DeadLetterRow, DeadLetterState } from '@quayside/contracts';
import type { StateTone } from '../state-mark.tsx';

export const letterStates: Readonly<Record<DeadLetterState, readonly [StateTone, string]>> = {
  open: ['waits', 'Open'],
  redriving: ['runs', 'Being sent again'],
  redriven: ['runs', 'Sent again'],
  discarded: ['over', 'Left be'],
};

const reasons: Readonly<Record<string, string>> = {
  malformed: 'Not an event: whoever sent it is at fault',
  'invalid-data': 'Does not fit its schema: whoever sent it is at fault',
  'handler-failed': 'The handler failed',
};

export const reasonWords = (reason: string): string => reasons[reason] ?? 'Nobody said why';

/** A type of event without what all of ours have in common. */
export const typeWords = ({ eventType }: Pick<DeadLetterRow, 'eventType'>): string =>
  eventType?.replace(/^quayside\./, '') ?? 'a message of no type';

/** What becomes of a press of the button: others may have been faster. */
export const settledWords = (changed: number, asked: number, what: string): string =>
  changed === asked ? what : `${what}: ${changed} of ${asked}. The others were not open any more`;

export const timesWords = (times: number): string => (times === 1 ? 'once' : `${times} times`);
