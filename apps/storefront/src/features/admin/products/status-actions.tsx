'use client';

import type { ProductStatus } from '@quayside/contracts';
import { useState } from 'react';
import { changeProductStatus } from '../../../api/browser/products.ts';
import { button } from '../../../ui/button.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import type { ProductEdit } from './use-product-edit.ts';

const actions: Readonly<
  Record<ProductStatus, readonly { to: ProductStatus; label: string; said: string; look: 'go' | 'quiet' }[]>
> = {
  draft: [
    { to: 'active', label: 'Publish', said: 'Published', look: 'go' },
    { to: 'archived', label: 'Archive', said: 'Archived', look: 'quiet' },
  ],
  active: [
    { to: 'draft', label: 'Take out of the shop', said: 'Out of the shop', look: 'quiet' },
    { to: 'archived', label: 'Archive', said: 'Archived', look: 'quiet' },
  ],
  archived: [{ to: 'draft', label: 'Restore as a draft', said: 'Restored', look: 'quiet' }],
};

/** Where a product can go from where it is. What was typed has to be saved or undone first. */
export const StatusActions = ({ edit }: { edit: ProductEdit }) => {
  const [asking, setAsking] = useState(false);
  const { product, edited, changed } = edit;
  const go = async (to: ProductStatus, said: string) => {
    setAsking(false);
    const result = await edited.send((etag) => changeProductStatus(product.id, etag, to));
    if (result.ok) edit.takeIn(result.data, said);
    else if (!result.stale) edit.setTrouble(result.problem);
  };
  return (
    <div className="flex flex-wrap gap-2">
      {actions[product.status].map(({ to, label, said, look }) => (
        <button
          key={to}
          type="button"
          aria-disabled={changed.length > 0}
          className={button(look, 'px-4', changed.length > 0 && 'opacity-55')}
          onClick={() => {
            if (changed.length > 0) return;
            if (to === 'archived') setAsking(true);
            else void go(to, said);
          }}
        >
          {label}
        </button>
      ))}
      {changed.length > 0 && <p className="w-full text-sm text-ink-faint">Save or undo your changes first</p>}
      <ConfirmDialog
        isOpen={asking}
        flag="D"
        title={`Archive ${product.name}?`}
        confirm="Archive it"
        onCancel={() => setAsking(false)}
        onConfirm={() => void go('archived', 'Archived')}
      >
        Nobody finds it in the shop any more. Orders that have it keep it, and it can be restored.
      </ConfirmDialog>
    </div>
  );
};
