'use client';

import type { BulkAction } from '@quayside/contracts';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { button } from '../../../../ui/button.ts';
import { DialogFrame } from '../../dialog-frame.tsx';
import { BulkFields } from './bulk-fields.tsx';
import { BulkPreviewList } from './bulk-preview-list.tsx';
import type { BulkScope } from './bulk-scope.ts';
import { changingIn, useBulkPreview } from './use-bulk-preview.ts';
import { actionOf, type BulkKind, type Wanted } from './wanted-action.ts';
import { WholeEffect } from './whole-effect.tsx';

interface BulkDialogProps {
  kind: BulkKind;
  scope: BulkScope;
  currency: string;
  categories: Readonly<Record<string, string>>;
  /** Answers what went wrong. */
  onGo: (action: BulkAction, seen: number | undefined) => Promise<string | undefined>;
  onClose: () => void;
}

const titles: Readonly<Record<BulkKind, string>> = {
  publish: 'Publish',
  archive: 'Archive',
  price: 'Change the prices of',
  category: 'Move',
  'add-tag': 'Tag',
  'remove-tag': 'Take a tag off',
};

/** Asks by how much, shows what would become of each product, and begins the job. */
export const BulkDialog = ({ kind, scope, currency, categories, onGo, onClose }: BulkDialogProps) => {
  const [wanted, setWanted] = useState<Wanted>({
    kind,
    by: 'percent',
    direction: 'down',
    figure: '',
    categoryId: '',
    tag: '',
    currency,
  });
  const [trouble, setTrouble] = useState<string>();
  const action = actionOf(wanted);
  const current = useBulkPreview(scope, action);
  const preview = current?.preview;
  const changing = preview ? changingIn(preview) : 0;
  const count = 'ids' in scope ? scope.ids.length : (preview?.total ?? scope.total);

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogFrame
        flag="G"
        title={`${titles[kind]} ${count.toLocaleString('en-US')} ${count === 1 ? 'product' : 'products'}`}
        width="max-w-2xl"
        isColumn
      >
        <div className="mt-4">
          <BulkFields
            wanted={wanted}
            categories={categories}
            isUnfit={action === undefined}
            onChange={setWanted}
          />
        </div>
        <div
          className="mt-4 min-h-24 flex-1 overflow-y-auto border-y border-rule"
          tabIndex={0}
          aria-label="Preview"
          role="region"
        >
          {preview && <WholeEffect preview={preview} scope={scope} onLeave={onClose} />}
          <BulkPreviewList preview={preview} trouble={current?.trouble} isAsked={action !== undefined} />
        </div>
        {trouble && (
          <p role="alert" className="mt-3 font-medium text-flag-red">
            {trouble}
          </p>
        )}
        <div className="mt-5 flex flex-wrap justify-end gap-3">
          <Dialog.Close className={button('quiet')}>Cancel</Dialog.Close>
          <button
            type="button"
            disabled={changing === 0}
            className={button('primary')}
            onClick={() => action && void onGo(action, preview?.total).then(setTrouble)}
          >
            {changing === 0 ? 'Nothing to change' : `Change ${changing.toLocaleString('en-US')}`}
          </button>
        </div>
      </DialogFrame>
    </Dialog.Root>
  );
};
