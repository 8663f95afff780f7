'use client';

import type { StockLevel } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { adjustStock } from '../../../api/browser/stock.ts';
import { button } from '../../../ui/button.ts';
import { inputLook } from '../../../ui/field.tsx';

/** Units that came or went, and why; both are asked for. */
export const AdjustForm = ({ level: { itemId, sku } }: { level: StockLevel }) => {
  const router = useRouter();
  const [delta, setDelta] = useState('');
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const units = /^[+-]?\d{1,6}$/.test(delta.trim()) ? Number(delta) : 0;
    if (units === 0) return setTrouble('Units such as 5 or -2');
    if (reason.trim() === '') return setTrouble('Say why');
    setSending(true);
    const result = await adjustStock(itemId, units, reason.trim());
    setSending(false);
    if (!result.ok) return setTrouble(result.problem.detail ?? result.problem.title);
    setTrouble(undefined);
    setDelta('');
    setReason('');
    router.refresh();
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.stopPropagation()}
      className="flex flex-wrap items-center gap-1.5"
    >
      <input
        value={delta}
        inputMode="numeric"
        autoComplete="off"
        aria-label={`Units of ${sku} that came or went`}
        placeholder="±"
        onChange={({ target }) => setDelta(target.value)}
        className={`${inputLook} figures w-16! text-right`}
      />
      {delta !== '' && (
        <>
          <input
            value={reason}
            maxLength={200}
            autoComplete="off"
            aria-label={`Why, ${sku}`}
            placeholder="Why"
            onChange={({ target }) => setReason(target.value)}
            className={`${inputLook} w-36!`}
          />
          <button aria-label={`Book ${sku}`} disabled={isSending} className={button('go', 'px-3')}>
            Book
          </button>
        </>
      )}
      {trouble && (
        <span role="alert" className="w-full text-sm font-medium text-flag-red">
          {trouble}
        </span>
      )}
    </form>
  );
};
