import type { AdminQuestion, AdminReview } from '@quayside/contracts';
import { StateMark, type StateTone } from './state-mark.tsx';

type ModerationState = AdminReview['state'] | AdminQuestion['state'];

const marks: Readonly<Record<ModerationState, readonly [StateTone, string]>> = {
  pending: ['waits', 'To be read'],
  published: ['runs', 'Shown'],
  refused: ['over', 'Not shown'],
};

/** Whether the shop shows what a shopper wrote. */
export const ModerationMark = ({ state }: { state: ModerationState }) => {
  const [tone, words] = marks[state];
  return <StateMark tone={tone} words={words} />;
};
