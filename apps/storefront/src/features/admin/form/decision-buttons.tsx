'use client';

import { type FormEvent, useState } from 'react';
import { button } from '../../../ui/button.ts';
import { FieldMessage, inputLook } from '../../../ui/field.tsx';

type Decision = { readonly state: 'published' } | { readonly state: 'refused'; readonly refusal: string };

interface DecisionButtonsProps {
  /** Tells several on a page apart. */
  name: string;
  state: 'pending' | 'published' | 'refused';
  onDecide: (decision: Decision) => void;
}

const why = 'Say why: whoever wrote it reads this';

/** Shows what somebody wrote, or does not and says why. */
export const DecisionButtons = ({ name, state, onDecide }: DecisionButtonsProps) => {
  const [refusal, setRefusal] = useState('');
  const [fault, setFault] = useState<string>();
  const refuse = (event: FormEvent) => {
    event.preventDefault();
    if (refusal.trim() === '') return setFault(why);
    onDecide({ state: 'refused', refusal: refusal.trim() });
  };
  return (
    <div className="space-y-4">
      {state !== 'published' && (
        <button type="button" onClick={() => onDecide({ state: 'published' })} className={button('go')}>
          Show it
        </button>
      )}
      {state !== 'refused' && (
        <form noValidate onSubmit={refuse}>
          <label htmlFor={name} className="mb-1 block text-sm font-semibold">
            Why it is not shown
          </label>
          <div className="flex flex-wrap gap-2">
            <input
              id={name}
              name={name}
              maxLength={300}
              autoComplete="off"
              value={refusal}
              aria-invalid={fault ? true : undefined}
              aria-describedby={fault ? `${name}-error` : `${name}-hint`}
              onChange={({ target }) => {
                setRefusal(target.value);
                setFault(undefined);
              }}
              className={`${inputLook} min-w-56 flex-1`}
            />
            <button className={button('quiet')}>Do not show it</button>
          </div>
          <FieldMessage name={name} error={fault} hint="Whoever wrote it reads this" />
        </form>
      )}
    </div>
  );
};
