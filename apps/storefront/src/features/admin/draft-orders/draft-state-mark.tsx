import type { DraftOrderState } from '@quayside/contracts';
import { StateMark, type StateTone } from '../state-mark.tsx';

/** What each state is called. */
export const draftStates: Readonly<Record<DraftOrderState, string>> = {
  draft: 'Not sent',
  sent: 'To be paid',
  expired: 'Link is over',
  withdrawn: 'Link taken back',
  ordered: 'Ordered',
};
const tones: Readonly<Record<DraftOrderState, StateTone>> = {
  ...{ draft: 'waits', sent: 'runs', expired: 'waits', withdrawn: 'over', ordered: 'over' },
};

export const DraftStateMark = ({ state }: { state: DraftOrderState }) => (
  <StateMark tone={tones[state]} words={draftStates[state]} />
);
