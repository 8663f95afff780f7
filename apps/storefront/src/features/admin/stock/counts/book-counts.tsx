'use client';

import type { Problem, StockTake } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { bookStockTake, deleteStockTake } from '../../../../api/browser/stock-takes.ts';
import { button } from '../../../../ui/button.ts';
import { Field } from '../../../../ui/field.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { ConfirmDialog } from '../../confirm-dialog.tsx';
import { DeleteButton } from '../../delete-button.tsx';
import { differenceWords } from './count-words.ts';

const etagOf = ({ version }: StockTake): string => `"v${version}"`;

/** What differs becomes entries of the journal, all with one reason; or the sheet goes. */
export const BookCounts = ({ take }: { take: StockTake }) => {
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<Pick<Problem, 'title' | 'detail'>>();
  const ask = () => {
    if (take.counted === 0) return setTrouble({ title: 'Type what you counted first' });
    if (reason.trim() === '') return setTrouble({ title: 'Say why: the journal keeps it' });
    setTrouble(undefined);
    setAsking(true);
  };
  const book = async () => {
    setAsking(false);
    const result = await bookStockTake(take.id, etagOf(take), reason.trim());
    if (!result.ok) {
      setTrouble(
        result.problem.code === 'stale-version'
          ? {
              title: 'Somebody counted meanwhile',
              detail: 'The sheet shows it now: look at it and book again',
            }
          : result.problem,
      );
    }
    router.refresh();
  };
  const open = take.lines - take.counted;
  return (
    <div className="max-w-2xl space-y-4">
      <Field
        label="Reason"
        name="reason"
        value={reason}
        maxLength={200}
        autoComplete="off"
        hint="It stands in the journal beside each difference"
        onChange={({ target }) => setReason(target.value)}
      />
      {trouble && (
        <Notice look="trouble" live title={trouble.title}>
          {trouble.detail}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <button type="button" className={button('go')} onClick={ask}>
          Book the count
        </button>
        <DeleteButton
          name={take.name}
          what="count sheet"
          then="/admin/stock/counts"
          remove={() => deleteStockTake(take.id, etagOf(take))}
          about="What was counted on it goes too; no stock changes."
        />
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        flag="S"
        title="Book the count?"
        confirm="Book it"
        onCancel={() => setAsking(false)}
        onConfirm={() => void book()}
      >
        Differences: {differenceWords(take)}.
        {open > 0 && ` ${open} ${open === 1 ? 'line is' : 'lines are'} not counted and stay as they are.`}
      </ConfirmDialog>
    </div>
  );
};
