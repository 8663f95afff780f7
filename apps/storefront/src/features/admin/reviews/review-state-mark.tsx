import type { AdminReview } from '@quayside/contracts';
import { StateMark, type StateTone } from '../state-mark.tsx';

const marks: Readonly<Record<AdminReview['state'], readonly [StateTone, string]>> = {
  pending: ['waits', 'To be read'],
  published: ['runs', 'Shown'],
  refused: ['over', 'Not shown'],
};

export const ReviewStateMark = ({ state }: { state: AdminReview['state'] }) => {
  const [tone, words] = marks[state];
  return <StateMark tone={tone} words={words} />;
};
