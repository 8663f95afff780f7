import type { DeadLetterState } from '@quayside/contracts';
import { StateMark } from '../state-mark.tsx';
import { letterStates } from './letter-words.ts';

export const LetterStateMark = ({ state }: { state: DeadLetterState }) => {
  const [tone, words] = letterStates[state];
  return <StateMark tone={tone} words={words} />;
};
