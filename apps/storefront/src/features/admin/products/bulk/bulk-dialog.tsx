'use client';

import type { BulkAction, BulkPreview } from '@quayside/contracts';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { previewManyProducts } from '../../../../api/browser/products.ts';
import { button } from '../../../../ui/button.ts';
import { ChoiceField } from '../../../../ui/choice-field.tsx';
import { Field } from '../../../../ui/field.tsx';
import { DialogFrame } from '../../dialog-frame.tsx';
import { BulkPreviewList } from './bulk-preview-list.tsx';
import { actionOf, type BulkKind, type Wanted } from './wanted-action.ts';

interface BulkDialogProps {
  kind: BulkKind;
  ids: number[];
  currency: string;
  /** Answers what went wrong. */
  onGo: (action: BulkAction) => Promise<string | undefined>;
  onClose: () => void;
}

const titles: Readonly<Record<BulkKind, string>> = {
  publish: 'Publish',
  archive: 'Archive',
  price: 'Change the prices of',
};

/** Asks by how much, shows what would become of each product, and begins the job. */
export const BulkDialog = ({ kind, ids, currency, onGo, onClose }: BulkDialogProps) => {
  const [wanted, setWanted] = useState<Wanted>({
    kind,
    by: 'percent',
    direction: 'down',
    figure: '',
    currency,
  });
  const [shown, setShown] = useState<{ of: string; preview?: BulkPreview; trouble?: string }>();
  const [trouble, setTrouble] = useState<string>();
  const action = actionOf(wanted);
  const print = JSON.stringify(action);
  const idList = ids.join(',');
  useEffect(() => {
    if (print === undefined) return;
    let isHere = true;
    const ask = async () => {
      const result = await previewManyProducts(
        idList.split(',').map(Number),
        JSON.parse(print) as BulkAction,
      );
      if (!isHere) return;
      setShown(
        result.ok
          ? { of: print, preview: result.data }
          : { of: print, trouble: result.problem.detail ?? result.problem.title },
      );
    };
    const timer = setTimeout(() => void ask(), 250);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [print, idList]);
  const current = shown?.of === print ? shown : undefined;
  const changing = current?.preview?.items.filter(({ fault }) => fault === undefined).length ?? 0;

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogFrame
        flag="G"
        title={`${titles[kind]} ${ids.length} ${ids.length === 1 ? 'product' : 'products'}`}
        width="max-w-2xl"
        isColumn
      >
        {kind === 'price' && (
          <div className="mt-4 grid gap-4 sm:grid-cols-3">
            <ChoiceField
              label="Direction"
              name="direction"
              value={wanted.direction}
              options={[
                { value: 'down', label: 'Cheaper' },
                { value: 'up', label: 'Dearer' },
              ]}
              onChoose={(direction) => setWanted({ ...wanted, direction: direction as Wanted['direction'] })}
            />
            <ChoiceField
              label="By"
              name="by"
              value={wanted.by}
              options={[
                { value: 'percent', label: 'Percent' },
                { value: 'amount', label: `An amount in ${currency}` },
              ]}
              onChoose={(by) => setWanted({ ...wanted, by: by as Wanted['by'] })}
            />
            <Field
              label="How much"
              name="figure"
              inputMode="decimal"
              autoComplete="off"
              value={wanted.figure}
              error={wanted.figure !== '' && !action ? 'A figure such as 12.5' : undefined}
              onChange={({ target }) => setWanted({ ...wanted, figure: target.value })}
            />
          </div>
        )}
        <div
          className="mt-4 min-h-24 flex-1 overflow-y-auto border-y border-rule"
          tabIndex={0}
          aria-label="Preview"
          role="region"
        >
          <BulkPreviewList
            preview={current?.preview}
            trouble={current?.trouble}
            isAsked={action !== undefined}
          />
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
            onClick={() => action && void onGo(action).then(setTrouble)}
          >
            {changing === 0 ? 'Nothing to change' : `Change ${changing}`}
          </button>
        </div>
      </DialogFrame>
    </Dialog.Root>
  );
};
