import type { AdminReview } from '@quayside/contracts';
import { classNames } from '../../../ui/class-names.ts';

type State = AdminReview['state'];
const words: Readonly<Record<State, string>> = {
  pending: 'To be read',
  published: 'Shown',
  refused: 'Not shown',
};
const looks: Readonly<Record<State, string>> = {
  pending: 'border-note text-note',
  published: 'border-glass bg-glass-soft text-ink',
  refused: 'border-rule-strong text-ink-faint',
};

export const ReviewStateMark = ({ state }: { state: State }) => (
  <span
    className={classNames(
      'inline-block border-l-4 px-2 text-sm font-semibold whitespace-nowrap',
      looks[state],
    )}
  >
    {words[state]}
  </span>
);
