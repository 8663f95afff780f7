'use client';

import type { SettledLetters } from '@quayside/contracts';
import { Dialog } from 'radix-ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { discardDeadLetters, redriveDeadLetters } from '../../../api/browser/dead-letters.ts';
import type { Result } from '../../../api/result.ts';
import { button } from '../../../ui/button.ts';
import { Field } from '../../../ui/field.tsx';
import { DialogFrame } from '../dialog-frame.tsx';
import { settledWords } from './letter-words.ts';

interface SettleLettersProps {
  ids: string[];
  look: 'primary' | 'bare';
  onSaid: (words: string) => void;
}

/** Sends dead letters again, or leaves them be for a reason. */
export const SettleLetters = ({ ids, look, onSaid }: SettleLettersProps) => {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const take = async (asked: Promise<Result<SettledLetters>>, what: string) => {
    setBusy(true);
    const result = await asked;
    setBusy(false);
    if (!result.ok)
      return setTrouble(result.problem.errors?.[0]?.message ?? result.problem.detail ?? result.problem.title);
    setTrouble(undefined);
    setAsking(false);
    onSaid(settledWords(result.data.changed, ids.length, what));
    router.refresh();
  };
  const discard = (form: FormData) => {
    const reason = form.get('reason');
    if (typeof reason !== 'string' || reason.trim() === '') return setTrouble('Say why: colleagues will ask');
    void take(discardDeadLetters(ids, reason.trim()), 'Left be');
  };
  return (
    <>
      <button
        type="button"
        disabled={isBusy}
        onClick={() => void take(redriveDeadLetters(ids), 'Sent again')}
        className={button(look, look === 'bare' ? 'px-1' : undefined)}
      >
        Send again
      </button>
      <Dialog.Root open={isAsking} onOpenChange={setAsking}>
        <Dialog.Trigger
          className={button(look === 'bare' ? 'bare' : 'quiet', look === 'bare' ? 'px-1' : undefined)}
        >
          Leave be
        </Dialog.Trigger>
        <DialogFrame
          title={ids.length === 1 ? 'Leave it be?' : `Leave these ${ids.length} be?`}
          description="What it stands for has not happened, and will not. This cannot be undone."
        >
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              discard(new FormData(event.currentTarget));
            }}
            className="mt-4 grid gap-4"
          >
            <Field label="Why" name="reason" maxLength={300} autoComplete="off" error={trouble} />
            <div className="flex flex-wrap justify-end gap-3">
              <Dialog.Close className={button('quiet')}>Go back</Dialog.Close>
              <button disabled={isBusy} className={button('primary')}>
                {ids.length === 1 ? 'Leave it be' : 'Leave them be'}
              </button>
            </div>
          </form>
        </DialogFrame>
      </Dialog.Root>
      {!isAsking && (
        <p role="alert" className="text-sm font-medium text-flag-red empty:hidden">
          {trouble}
        </p>
      )}
    </>
  );
};
