'use client';

import type { AdminCampaign } from '@quayside/contracts';
import { CircleStop } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { endCampaign } from '../../../api/browser/campaigns.ts';
import { button } from '../../../ui/button.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import type { useIfMatch } from '../form/use-if-match.ts';

/** Ends a campaign at once; of one that is over there is nothing to end. */
export const EndButton = ({ edited }: { edited: ReturnType<typeof useIfMatch<AdminCampaign>> }) => {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const { id, name, state } = edited.read;
  if (state === 'over') return <span className="text-sm text-ink-faint">It is over</span>;
  const go = async () => {
    setAsking(false);
    const result = await edited.send((etag) => endCampaign(id, etag));
    if (!result.ok)
      return setTrouble(result.stale ? undefined : (result.problem.detail ?? result.problem.title));
    edited.saved(result.data);
    router.refresh();
  };
  return (
    <span className="flex flex-wrap items-center justify-end gap-x-3">
      <span role="alert" className="max-w-72 text-sm font-medium text-flag-red">
        {trouble}
      </span>
      <button type="button" onClick={() => setAsking(true)} className={button('bare', 'px-2 text-flag-red!')}>
        <CircleStop size={17} aria-hidden /> {state === 'running' ? 'End it now' : 'Call it off'}
      </button>
      <ConfirmDialog
        isOpen={isAsking}
        flag="M"
        title={state === 'running' ? `End ${name} now?` : `Call ${name} off?`}
        confirm={state === 'running' ? 'End the campaign' : 'Call it off'}
        isDangerous
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        Its discount goes out of all baskets at once. Orders that were placed keep it.
      </ConfirmDialog>
    </span>
  );
};
