'use client';

import type { Problem, StockLevel } from '@quayside/contracts';
import { type FormEvent, useState } from 'react';
import { receiveDelivery } from '../../../api/browser/stock.ts';
import { button } from '../../../ui/button.ts';
import { Field, inputLook } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { LeaveGuard } from '../form/leave-guard.tsx';
import { readLines } from './delivery-lines.ts';

/** A delivery of many lines, typed, scanned or pasted, and booked in one step. */
export const DeliveryForm = () => {
  const [reference, setReference] = useState('');
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<Problem>();
  const [booked, setBooked] = useState<readonly StockLevel[]>();
  const [isSending, setSending] = useState(false);
  const { lines, faults } = readLines(text);
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const isReady = lines.length > 0 && faults.length === 0 && reference.trim() !== '' && !isSending;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    setSending(true);
    const result = await receiveDelivery({ reference: reference.trim(), lines: [...lines] });
    setSending(false);
    setTrouble(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    setBooked(result.data.items);
    setText('');
    setReference('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="max-w-2xl space-y-6">
      <Field
        label="Delivery note"
        name="reference"
        value={reference}
        maxLength={80}
        autoComplete="off"
        hint="What the sender calls it: it is booked once"
        onChange={({ target }) => setReference(target.value)}
      />
      <div>
        <label htmlFor="lines" className="mb-1 block text-sm font-semibold">
          Lines
        </label>
        <textarea
          id="lines"
          value={text}
          rows={10}
          spellCheck={false}
          placeholder={'QS-JKT-0001 5\nQS-JKT-0002 12'}
          aria-describedby="lines-said"
          onChange={({ target }) => {
            setText(target.value);
            setBooked(undefined);
          }}
          className={`${inputLook} figures py-2 leading-normal`}
        />
        <p id="lines-said" role="status" className="mt-1 text-sm text-ink-soft">
          {lines.length === 0
            ? 'A SKU in each line and how many of it; cells of a spreadsheet and a scanner do too'
            : `${lines.length} ${lines.length === 1 ? 'variant' : 'variants'}, ${units} units`}
        </p>
        {faults.length > 0 && (
          <ul className="mt-2 border-l-4 border-flag-red pl-3 text-sm font-medium text-flag-red">
            {faults.slice(0, 10).map(({ at, text: line }) => (
              <li key={at}>
                Line {at} is no SKU with a number: {line}
              </li>
            ))}
          </ul>
        )}
      </div>
      {trouble && (
        <Notice look="trouble" live title={trouble.title}>
          {trouble.detail}
        </Notice>
      )}
      {booked && (
        <Notice look="good" live title="The delivery is on the shelf">
          <ul className="figures mt-1">
            {booked.map(({ itemId, sku, name, onHand }) => (
              <li key={itemId}>
                {sku}, {name}: {onHand} on hand
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <button className={button('go', !isReady && 'opacity-55')} aria-disabled={!isReady}>
        {isSending ? 'Booking …' : 'Book the delivery'}
      </button>
      <LeaveGuard isDirty={text.trim() !== '' && !isSending} />
    </form>
  );
};
