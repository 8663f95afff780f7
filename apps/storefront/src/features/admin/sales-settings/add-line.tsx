'use client';

import { useId, useState } from 'react';
import { button } from '../../../ui/button.ts';
import { Field } from '../../../ui/field.tsx';

interface AddLineProps {
  label: string;
  hint?: string;
  /** What the button says. */
  action: string;
  /** Answers what is wrong with the text. */
  onAdd: (text: string) => string | undefined;
  children?: React.ReactNode;
}

/** A part of the settings that is added by what it is called. */
export const AddLine = ({ label, hint, action, onAdd, children }: AddLineProps) => {
  const id = useId();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const add = () => {
    const wrong = text.trim() === '' ? 'This is needed' : onAdd(text.trim());
    setFault(wrong);
    if (wrong === undefined) setText('');
  };
  return (
    <div className="mt-4 flex flex-wrap items-start gap-3">
      <Field
        label={label}
        name={id}
        {...(hint !== undefined && { hint })}
        error={fault}
        autoComplete="off"
        maxLength={120}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setFault(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      {children}
      <button type="button" className={button('quiet', 'sm:mt-6')} onClick={add}>
        {action}
      </button>
    </div>
  );
};
