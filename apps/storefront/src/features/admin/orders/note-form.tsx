'use client';

import { useRef, useState } from 'react';
import { addNote } from '../../../api/browser/staff-orders.ts';
import { button } from '../../../ui/button.ts';
import { inputLook } from '../../../ui/field.tsx';
import type { OrderDialogProps } from './order-dialog.tsx';

/** What colleagues are to know and the customer is not. */
export const NoteForm = ({ order, onOrder }: Pick<OrderDialogProps, 'order' | 'onOrder'>) => {
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const key = useRef<string>(undefined);
  const save = async () => {
    if (text.trim() === '') return setTrouble('Write something first.');
    setBusy(true);
    key.current ??= crypto.randomUUID();
    const result = await addNote(order.id, text, key.current);
    setBusy(false);
    if (!result.ok) return setTrouble(result.problem.errors?.[0]?.message ?? result.problem.title);
    key.current = undefined;
    setText('');
    setTrouble(undefined);
    onOrder(result.data);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      className="mb-6 grid gap-2"
    >
      <label className="grid gap-1 text-sm font-semibold">
        Note for colleagues
        <textarea
          rows={2}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
          className={`${inputLook} py-2 font-normal`}
        />
      </label>
      <p role="alert" className="text-sm font-medium text-flag-red empty:hidden">
        {trouble}
      </p>
      <button disabled={isBusy} className={button('quiet', 'justify-self-start')}>
        Add the note
      </button>
    </form>
  );
};
