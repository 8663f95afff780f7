import type { AdminQuestion } from '@quayside/contracts';
import { StateMark, type StateTone } from '../state-mark.tsx';

const tones: Readonly<Record<AdminQuestion['state'], readonly [StateTone, string]>> = {
  pending: ['waits', 'To be read'],
  published: ['runs', 'Shown'],
  refused: ['over', 'Not shown'],
};

export const QuestionStateMark = ({ state }: { state: AdminQuestion['state'] }) => {
  const [tone, words] = tones[state];
  return <StateMark tone={tone} words={words} />;
};
