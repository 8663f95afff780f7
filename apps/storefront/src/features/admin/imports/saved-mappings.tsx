'use client';

import type { ImportChoice, ImportMapping } from '@quayside/contracts';
import { useEffect, useState } from 'react';
import { deleteImportMapping, fetchImportMappings, saveImportMapping } from '../../../api/browser/imports.ts';
import { button } from '../../../ui/button.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { Field } from '../../../ui/field.tsx';

const wordsOf = ({ name, isMine, actor }: ImportMapping): string =>
  isMine ? name : `${name} (of ${actor.name ?? 'somebody who left'})`;

interface SavedMappingsProps {
  importId: string;
  choice: ImportChoice;
  /** What the columns were guessed to say. */
  guessed: ImportChoice;
  onChoose: (choice: ImportChoice) => void;
}

/** Mappings that are kept for files with these headings: taken, kept and forgotten. */
export const SavedMappings = ({ importId, choice, guessed, onChoose }: SavedMappingsProps) => {
  const [saved, setSaved] = useState<readonly ImportMapping[]>([]);
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const [told, setTold] = useState('');
  useEffect(() => {
    let isHere = true;
    void fetchImportMappings(importId).then((result) => {
      if (isHere && result.ok) setSaved(result.data.items);
    });
    return () => {
      isHere = false;
    };
  }, [importId]);
  const mapping = saved.find(({ id }) => id === chosen);

  const choose = (id: string) => {
    const found = saved.find((one) => one.id === id);
    setChosen(id);
    setTold('');
    onChoose(found?.choice ?? guessed);
  };
  const keep = async () => {
    const result = await saveImportMapping(importId, { name, isShared, choice });
    if (!result.ok) return setTold(result.problem.detail ?? result.problem.title);
    const others = saved.filter(({ id }) => id !== result.data.id);
    setSaved([result.data, ...others]);
    setChosen(result.data.id);
    setName('');
    setTold(`“${result.data.name}” is offered for files with these headings from now on`);
  };
  const forget = async (one: ImportMapping) => {
    const result = await deleteImportMapping(one.id);
    if (!result.ok) return setTold(result.problem.detail ?? result.problem.title);
    setSaved(saved.filter(({ id }) => id !== one.id));
    setChosen('');
    setTold(`“${one.name}” is forgotten`);
  };

  return (
    <div className="max-w-3xl space-y-4">
      {saved.length > 0 && (
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <div className="min-w-56 flex-1 sm:max-w-sm">
            <ChoiceField
              label="Saved mapping"
              name="saved-mapping"
              value={chosen}
              options={[
                { value: '', label: 'None: as guessed' },
                ...saved.map((one) => ({ value: one.id, label: wordsOf(one) })),
              ]}
              onChoose={choose}
            />
          </div>
          {mapping?.isMine && (
            <button type="button" className={button('bare', 'px-2')} onClick={() => void forget(mapping)}>
              Forget it
            </button>
          )}
        </div>
      )}
      <details className="border-y border-rule py-2">
        <summary className="min-h-11 cursor-pointer content-center font-semibold">
          Keep this mapping for the next file
        </summary>
        <form
          className="space-y-3 pt-1 pb-3"
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <Field
            label="Name"
            name="mapping-name"
            className="sm:max-w-sm"
            value={name}
            maxLength={80}
            required
            hint="It is offered when a file has all headings that say something here"
            onChange={({ target }) => setName(target.value)}
          />
          <label className="flex min-h-11 w-fit items-center gap-2.5">
            <input
              type="checkbox"
              checked={isShared}
              onChange={({ target }) => setShared(target.checked)}
              className="size-5 accent-glass"
            />
            Offer it to everybody who imports
          </label>
          <button type="submit" className={button('quiet')}>
            Keep it
          </button>
        </form>
      </details>
      <p role="status" className="text-sm font-medium">
        {told}
      </p>
    </div>
  );
};
