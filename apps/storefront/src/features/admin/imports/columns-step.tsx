'use client';

import type { ImportChoice, ProductImport } from '@quayside/contracts';
import { useState } from 'react';
import { checkImport } from '../../../api/browser/imports.ts';
import { button } from '../../../ui/button.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWaking } from '../../../ui/use-waking.ts';
import { ColumnList } from './column-list.tsx';
import { ReadingChoice } from './reading-choice.tsx';
import { SavedMappings } from './saved-mappings.tsx';
import type { ImportInHand } from './use-import.ts';

const choiceOf = ({
  settings: { encoding: _, delimiter: __, sheet: ___, ...choice },
}: ProductImport): ImportChoice => choice;

/** How the file is read, what its columns say, and what is to be where it says nothing. */
export const ColumnsStep = ({ hand, onChecked }: { hand: ImportInHand; onChecked: () => void }) => {
  const { one, take } = hand;
  const { columns, sample } = one;
  const [choice, setChoice] = useState(() => choiceOf(one));
  const [isSending, setSending] = useState(false);
  const waking = useWaking();
  const set = (next: Partial<ImportChoice>) => setChoice({ ...choice, ...next });
  const check = async () => {
    setSending(true);
    if (await take(checkImport(one.id, choice))) onChecked();
    setSending(false);
  };
  return (
    <div className="space-y-8">
      {one.state === 'unreadable' && (
        <Notice look="trouble" title="The file cannot be read like this">
          {one.trouble}
        </Notice>
      )}
      <ReadingChoice hand={hand} />
      <section aria-labelledby="columns" className="space-y-4">
        <h2 id="columns" className="text-2xl">
          What its columns say
        </h2>
        <SavedMappings importId={one.id} choice={choice} guessed={choiceOf(one)} onChoose={setChoice} />
        <ColumnList
          columns={columns}
          sample={sample}
          mapping={choice.mapping}
          onMap={(mapping) => set({ mapping, format: 'custom' })}
        />
      </section>
      <section aria-labelledby="defaults" className="space-y-4">
        <h2 id="defaults" className="text-2xl">
          What it does not say
        </h2>
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <Field
            label="Brand"
            name="brand"
            value={choice.brand}
            maxLength={80}
            hint="Of new products without one; made if it is not there"
            onChange={({ target }) => set({ brand: target.value })}
          />
          <Field
            label="Category"
            name="category"
            value={choice.category}
            maxLength={200}
            hint="Of new products without one: Bags > Dry Bags"
            onChange={({ target }) => set({ category: target.value })}
          />
          <ChoiceField
            label="Decimals of prices"
            name="decimal"
            value={choice.decimal}
            options={[
              { value: 'file', label: 'As the prices show' },
              { value: 'point', label: 'After a point: 1,299.00' },
              { value: 'comma', label: 'After a comma: 1.299,00' },
            ]}
            onChoose={(decimal) => set({ decimal: decimal as ImportChoice['decimal'] })}
          />
          <Field
            label="Currency"
            name="currency"
            value={choice.currency}
            maxLength={3}
            hint="Of prices whose column names none"
            onChange={({ target }) => set({ currency: target.value.toUpperCase() })}
          />
          <ChoiceField
            label="New products"
            name="status"
            value={choice.status}
            options={[
              { value: 'file', label: 'As the file says' },
              { value: 'draft', label: 'Stay drafts' },
            ]}
            onChoose={(status) => set({ status: status as ImportChoice['status'] })}
          />
        </div>
      </section>
      <button
        type="button"
        className={button('go', isSending && 'opacity-55')}
        aria-disabled={isSending}
        onClick={() => void check()}
        {...waking}
      >
        Check the file
      </button>
    </div>
  );
};
