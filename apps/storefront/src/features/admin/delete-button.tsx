'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Result } from '../../api/result.ts';
import { button } from '../../ui/button.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface DeleteButtonProps {
  name: string;
  what: string;
  remove: () => Promise<Result<unknown>>;
  /** Where to go when it is gone. */
  then: string;
  /** Why it cannot be deleted, where that is known already. */
  refused?: string | undefined;
  /** What becomes of it. */
  about?: string;
}

export const DeleteButton = ({ name, what, remove, then, refused, about = '' }: DeleteButtonProps) => {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const go = async () => {
    setAsking(false);
    const result = await remove();
    if (result.ok) return router.push(then);
    setTrouble(
      result.problem.code === 'stale-version'
        ? 'Somebody changed it meanwhile: reload the page'
        : (result.problem.detail ?? result.problem.title),
    );
  };
  return (
    <span className="flex flex-wrap items-center gap-x-3 sm:justify-end">
      <span role="alert" className="max-w-72 text-sm font-medium text-flag-red">
        {trouble}
      </span>
      {refused ? (
        <span className="max-w-64 text-sm text-ink-faint">{refused}</span>
      ) : (
        <button
          type="button"
          onClick={() => setAsking(true)}
          className={button('bare', 'px-2 text-flag-red!')}
        >
          <Trash2 size={17} aria-hidden /> Delete
        </button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        flag="O"
        title={`Delete ${name}?`}
        confirm={`Delete the ${what}`}
        isDangerous
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        {about || 'What it was stays in the audit log.'} This cannot be undone.
      </ConfirmDialog>
    </span>
  );
};
