'use client';

import { useRef, useState } from 'react';
import type { Result } from '../../api/result.ts';
import { button } from '../../ui/button.ts';
import { inputLook } from '../../ui/field.tsx';

interface NoteFormProps<T> {
  rows: number;
  hint?: string;
  /** Adds it once, however often it is called with the same key. */
  add: (text: string, key: string) => Promise<Result<T>>;
  onAdded: (now: T) => void;
}

/** What colleagues are to know. */
export const NoteForm = <T,>({ rows, hint, add, onAdded }: NoteFormProps<T>) => {
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const key = useRef<string>(undefined);
  const save = async () => {
    if (text.trim() === '') return setTrouble('Write something first.');
    setBusy(true);
    key.current ??= crypto.randomUUID();
    const result = await add(text, key.current);
    setBusy(false);
    if (!result.ok) return setTrouble(result.problem.errors?.[0]?.message ?? result.problem.title);
    key.current = undefined;
    setText('');
    setTrouble(undefined);
    onAdded(result.data);
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
          rows={rows}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
          className={`${inputLook} py-2 font-normal`}
        />
      </label>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      <p role="alert" className="text-sm font-medium text-flag-red empty:hidden">
        {trouble}
      </p>
      <button disabled={isBusy} className={button('quiet', 'justify-self-start')}>
        Add the note
      </button>
    </form>
  );
};
