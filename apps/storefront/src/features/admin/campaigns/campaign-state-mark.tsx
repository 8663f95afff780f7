import type { AdminCampaign } from '@quayside/contracts';
import { StateMark, type StateTone } from '../state-mark.tsx';

const marks: Readonly<Record<AdminCampaign['state'], readonly [StateTone, string]>> = {
  planned: ['waits', 'Planned'],
  running: ['runs', 'Running'],
  over: ['over', 'Over'],
};

export const CampaignStateMark = ({ state }: { state: AdminCampaign['state'] }) => {
  const [tone, words] = marks[state];
  return <StateMark tone={tone} words={words} />;
};
