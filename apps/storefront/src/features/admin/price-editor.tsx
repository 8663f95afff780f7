'use client';

import type { CatalogItem } from '@quayside/contracts';
import { Pencil } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { fetchItem, updateItem } from '../../api/browser/items.ts';
import { button } from '../../ui/button.ts';
import { inputLook } from '../../ui/field.tsx';
import { formatMoney, parseMoney } from '../../ui/money.ts';

interface PriceEditorProps {
  item: CatalogItem;
  onItem: (item: CatalogItem) => void;
}

type State =
  | { step: 'showing'; said?: string }
  | { step: 'editing'; etag: string; typed: string; saving: boolean; trouble?: string };

/** The price of one item, changed only if nobody else changed the item since the editor was opened. */
export const PriceEditor = ({ item, onItem }: PriceEditorProps) => {
  const [state, setState] = useState<State>({ step: 'showing' });
  const fieldId = `price-${item.id}`;
  const edit = useRef<HTMLButtonElement>(null);
  const shown = useRef(state.step);
  useEffect(() => {
    if (state.step === 'showing' && shown.current === 'editing') edit.current?.focus();
    shown.current = state.step;
  }, [state.step]);

  const open = async (trouble?: (current: CatalogItem) => string, keep?: string) => {
    const result = await fetchItem(item.id);
    if (!result.ok || !result.etag) return setState({ step: 'showing', said: 'The item could not be read.' });
    onItem(result.data);
    const typed = keep ?? formatMoney(result.data.price).replace(/[$,]/g, '');
    const why = trouble?.(result.data);
    setState({ step: 'editing', etag: result.etag, typed, saving: false, ...(why && { trouble: why }) });
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (state.step !== 'editing' || state.saving) return;
    const price = parseMoney(state.typed, item.price.currency);
    if (!price || price.amount < 1) return setState({ ...state, trouble: 'Type a price such as 24.50.' });
    setState({ ...state, saving: true });
    const result = await updateItem(item.id, state.etag, { price });
    if (result.ok) {
      onItem(result.data);
      return setState({ step: 'showing', said: 'Saved' });
    }
    if (result.problem.status === 412)
      return open(
        (current) =>
          `Somebody changed this item meanwhile; it costs ${formatMoney(current.price)} now. Save again to set yours.`,
        state.typed,
      );
    setState({ ...state, saving: false, trouble: result.problem.detail ?? result.problem.title });
  };

  if (state.step === 'showing')
    return (
      <span className="inline-flex items-center gap-3">
        <span role="status" className="text-sm text-glass">
          {state.said}
        </span>
        <span className="figures font-semibold" data-testid="price">
          {formatMoney(item.price)}
        </span>
        <button
          ref={edit}
          type="button"
          onClick={() => void open()}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-sm px-2 text-sm underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
        >
          <Pencil size={15} aria-hidden /> Edit<span className="sr-only"> the price of {item.name}</span>
        </button>
      </span>
    );

  return (
    <form onSubmit={(event) => void save(event)} className="inline-flex flex-col items-end gap-1.5">
      <span className="flex gap-2">
        <label htmlFor={fieldId} className="sr-only">
          New price of {item.name} in dollars
        </label>
        <input
          id={fieldId}
          autoFocus
          inputMode="decimal"
          value={state.typed}
          onChange={(event) => setState({ ...state, typed: event.target.value })}
          onKeyDown={(event) => event.key === 'Escape' && setState({ step: 'showing' })}
          aria-invalid={state.trouble ? true : undefined}
          aria-describedby={state.trouble ? `${fieldId}-trouble` : undefined}
          className={`${inputLook} figures w-28! text-right`}
        />
        <button className={button('go', 'px-4!')} aria-disabled={state.saving}>
          Save
        </button>
        <button
          type="button"
          className={button('bare', 'px-2')}
          onClick={() => setState({ step: 'showing' })}
        >
          Cancel
        </button>
      </span>
      {state.trouble && (
        <span id={`${fieldId}-trouble`} role="alert" className="max-w-80 text-sm font-medium text-flag-red">
          {state.trouble}
        </span>
      )}
    </form>
  );
};
