'use client';

import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { changeProduct } from '../../../api/browser/products.ts';
import { button } from '../../../ui/button.ts';
import { LocalTime } from '../../../ui/local-time.tsx';
import type { ProductEdit } from './use-product-edit.ts';

/** When a draft goes into the shop by itself. The time that is typed is the reader's own. */
export const PublishPlan = ({ edit }: { edit: ProductEdit }) => {
  const [typed, setTyped] = useState('');
  const { product, edited, changed } = edit;
  const isBlocked = changed.length > 0;
  const plan = async (publishAt: string | null, said: string) => {
    if (isBlocked) return;
    const result = await edited.send((etag) => changeProduct(product.id, etag, { publishAt }));
    if (result.ok) {
      setTyped('');
      edit.takeIn(result.data, said);
    } else if (!result.stale) edit.setTrouble(result.problem);
  };
  const at = typed === '' ? Number.NaN : Date.parse(typed);
  const isReady = !isBlocked && !Number.isNaN(at);
  if (product.publishAt !== null) {
    return (
      <div className="border-t border-rule pt-3" data-testid="publish-plan">
        <p className="flex items-start gap-2">
          <CalendarClock size={18} aria-hidden className="mt-1 shrink-0" />
          <span>
            Goes into the shop by itself: <LocalTime at={product.publishAt} />
          </span>
        </p>
        <button
          type="button"
          aria-disabled={isBlocked}
          className={button('bare', 'min-h-9!', isBlocked && 'opacity-55')}
          onClick={() => void plan(null, 'Not planned any more')}
        >
          Do not publish it then
        </button>
      </div>
    );
  }
  return (
    <div className="border-t border-rule pt-3" data-testid="publish-plan">
      <label className="block text-sm">
        <span className="marginalia block text-ink-soft">Publish it later</span>
        <input
          type="datetime-local"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="mt-1 min-h-11 w-full border border-rule-strong bg-sheet px-3"
        />
      </label>
      <button
        type="button"
        aria-disabled={!isReady}
        className={button('quiet', 'mt-2 px-4', !isReady && 'opacity-55')}
        onClick={() => {
          if (isReady) void plan(new Date(at).toISOString(), 'Planned');
        }}
      >
        Plan it
      </button>
    </div>
  );
};
