'use client';

import type { Problem, StockTakeLine } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { countStock } from '../../../../api/browser/stock-takes.ts';
import { button } from '../../../../ui/button.ts';
import { inputLook } from '../../../../ui/field.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { DateTimeControl } from '../../form/date-time-control.tsx';
import { LeaveGuard } from '../../form/leave-guard.tsx';
import { readLines } from '../delivery-lines.ts';
import { countedMeanwhile } from './use-line-count.ts';

const atMost = 500;

const sameCode = (line: StockTakeLine, code: string): boolean => line.sku === code || line.barcode === code;

/** Many counts at once, typed, scanned or pasted. What is not on the sheet comes onto it. */
export const PasteCounts = ({ takeId }: { takeId: string }) => {
  const router = useRouter();
  const [text, setText] = useState('');
  const [countedAt, setCountedAt] = useState('');
  const [theirs, setTheirs] = useState<readonly StockTakeLine[]>([]);
  const [trouble, setTrouble] = useState<Problem>();
  const [said, setSaid] = useState('');
  const [isSending, setSending] = useState(false);
  const { lines, faults } = readLines(text, 0);
  const isReady = lines.length > 0 && lines.length <= atMost && faults.length === 0 && !isSending;

  const send = async (counts: readonly { sku: string; quantity: number; version: number }[]) => {
    if (counts.length === 0) {
      setTheirs([]);
      setText('');
      return setSaid('The counts of others stand');
    }
    setSending(true);
    const result = await countStock(takeId, {
      lines: counts.map(({ sku, quantity, version }) => ({ code: sku, counted: quantity, version })),
      ...(countedAt !== '' && { countedAt }),
    });
    setSending(false);
    const others = result.ok ? [] : countedMeanwhile(result.problem);
    setTheirs(others);
    setTrouble(result.ok || others.length > 0 ? undefined : result.problem);
    if (!result.ok) return;
    setSaid(`${result.data.lines.length} counted`);
    setText('');
    router.refresh();
  };
  const versionOf = (code: string): number | undefined =>
    theirs.find((line) => sameCode(line, code))?.version;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) void send(lines.map((line) => ({ ...line, version: 0 })));
  };
  return (
    <form onSubmit={submit} className="max-w-2xl space-y-4">
      <label className="block text-sm">
        <span className="mb-1 block font-semibold">SKUs or barcodes with what was counted</span>
        <textarea
          rows={6}
          value={text}
          spellCheck={false}
          placeholder={'QS-JKT-0001 5\nQS-JKT-0002 0'}
          onChange={({ target }) => {
            setText(target.value);
            setTheirs([]);
            setSaid('');
          }}
          className={`${inputLook} figures py-2 leading-normal`}
        />
        <span className="mt-1 block text-ink-soft">
          Cells of a spreadsheet do too. A scanner counts one for each line, and those of the same kind
          together.
        </span>
      </label>
      <div className="max-w-xs text-sm">
        <label htmlFor="counted-at" className="mb-1 block font-semibold">
          When it was counted
        </label>
        <DateTimeControl id="counted-at" value={countedAt} onChange={setCountedAt} />
        <p className="mt-1 text-ink-soft">Now, unless it was on paper before</p>
      </div>
      {faults.length > 0 && (
        <ul className="border-l-4 border-flag-red pl-3 text-sm font-medium text-flag-red">
          {faults.slice(0, 10).map(({ at, text: line }) => (
            <li key={at}>
              Line {at} is no SKU with a number: {line}
            </li>
          ))}
        </ul>
      )}
      {lines.length > atMost && <Notice look="trouble" title={`At most ${atMost} variants at a time`} />}
      {theirs.length > 0 && (
        <Notice look="note" live title="These are counted already">
          <ul className="figures mt-1">
            {theirs.map(({ sku, counted, countedBy }) => (
              <li key={sku}>
                {sku}: {counted ?? 'nothing'}, by {countedBy?.name ?? 'somebody who left'}
              </li>
            ))}
          </ul>
          <div className="mt-3 flex flex-wrap gap-3">
            <button
              type="button"
              className={button('primary')}
              onClick={() => void send(lines.map((line) => ({ ...line, version: versionOf(line.sku) ?? 0 })))}
            >
              Put mine in their place
            </button>
            <button
              type="button"
              className={button('quiet')}
              onClick={() =>
                void send(
                  lines.flatMap((line) =>
                    versionOf(line.sku) === undefined ? [{ ...line, version: 0 }] : [],
                  ),
                )
              }
            >
              Count only the others
            </button>
          </div>
        </Notice>
      )}
      {trouble && (
        <Notice look="trouble" live title={trouble.title}>
          {trouble.detail}
        </Notice>
      )}
      <div className="flex items-center gap-4">
        <button className={button('go', !isReady && 'opacity-55')} aria-disabled={!isReady}>
          {lines.length > 0 ? `Count these ${lines.length}` : 'Count these'}
        </button>
        <span role="status" className="font-medium text-glass">
          {said}
        </span>
      </div>
      <LeaveGuard isDirty={text.trim() !== '' && !isSending} />
    </form>
  );
};
