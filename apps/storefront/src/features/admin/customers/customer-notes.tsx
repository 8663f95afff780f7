'use client';

import type { Customer } from '@quayside/contracts';
import { useRef, useState } from 'react';
import { addCustomerNote } from '../../../api/browser/customers.ts';
import { button } from '../../../ui/button.ts';
import { inputLook } from '../../../ui/field.tsx';
import { LocalTime } from '../../../ui/local-time.tsx';

interface CustomerNotesProps {
  customer: Customer;
  onCustomer: (customer: Customer) => void;
}

/** What colleagues are to know of somebody. */
export const CustomerNotes = ({ customer, onCustomer }: CustomerNotesProps) => {
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const key = useRef<string>(undefined);
  const save = async () => {
    if (text.trim() === '') return setTrouble('Write something first.');
    setBusy(true);
    key.current ??= crypto.randomUUID();
    const result = await addCustomerNote(customer.id, text, key.current);
    setBusy(false);
    if (!result.ok) return setTrouble(result.problem.errors?.[0]?.message ?? result.problem.title);
    key.current = undefined;
    setText('');
    setTrouble(undefined);
    onCustomer(result.data);
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        className="mb-5 grid gap-2"
      >
        <label className="grid gap-1 text-sm font-semibold">
          Note for colleagues
          <textarea
            rows={3}
            maxLength={2000}
            value={text}
            onChange={({ target }) => setText(target.value)}
            className={`${inputLook} py-2 font-normal`}
          />
        </label>
        <p className="text-sm text-ink-soft">
          The customer gets it with an export of their data: write kindly.
        </p>
        <p role="alert" className="text-sm font-medium text-flag-red empty:hidden">
          {trouble}
        </p>
        <button disabled={isBusy} className={button('quiet', 'justify-self-start')}>
          Add the note
        </button>
      </form>
      {customer.notes.length > 0 && (
        <ol data-testid="notes" className="divide-y divide-rule border-y border-ink">
          {customer.notes.map(({ id, at, staff, text: written }) => (
            <li key={id} className="py-3">
              <p className="whitespace-pre-line wrap-anywhere">{written}</p>
              <p className="mt-1 text-sm text-ink-soft">
                {staff.name ?? 'Somebody who left'}, <LocalTime at={at} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
};
