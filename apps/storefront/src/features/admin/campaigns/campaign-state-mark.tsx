import type { AdminCampaign } from '@quayside/contracts';
import { classNames } from '../../../ui/class-names.ts';

type State = AdminCampaign['state'];
const words: Readonly<Record<State, string>> = { planned: 'Planned', running: 'Running', over: 'Over' };
const looks: Readonly<Record<State, string>> = {
  planned: 'border-note text-note',
  running: 'border-glass bg-glass-soft text-ink',
  over: 'border-rule-strong text-ink-faint',
};

export const CampaignStateMark = ({ state }: { state: State }) => (
  <span
    className={classNames(
      'inline-block border-l-4 px-2 text-sm font-semibold whitespace-nowrap',
      looks[state],
    )}
  >
    {words[state]}
  </span>
);
