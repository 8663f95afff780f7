'use client';

import type { Problem } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Result } from '../../api/result.ts';
import { button } from '../../ui/button.ts';
import { Field, FieldMessage, inputLook } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';

interface Text {
  readonly body: string;
  readonly author: string;
}

interface TextFormProps {
  /** Tells the fields of several forms of a page apart. */
  id: string;
  label: string;
  hint?: string;
  maxLength: number;
  first: Text;
  sendLabel: string;
  send: (text: Text) => Promise<Result<unknown>>;
  /** What is said of what the service refuses. */
  troubleOf?: (problem: Problem) => string | undefined;
  onSent: () => void;
  onClose: () => void;
}

/** A text with the name below which it is shown: a question or an answer. */
export const TextForm = ({
  id,
  label,
  hint,
  maxLength,
  first,
  sendLabel,
  send,
  troubleOf,
  onSent,
  onClose,
}: TextFormProps) => {
  const t = useTranslations('questions');
  const [values, setValues] = useState(first);
  const [faults, setFaults] = useState<Partial<Record<keyof Text, string>>>({});
  const [trouble, setTrouble] = useState<string>();
  const [isSending, setSending] = useState(false);
  const set = (change: Partial<Text>) => {
    setValues({ ...values, ...change });
    setFaults({});
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const found = {
      ...(values.body.trim() === '' && { body: t('needed') }),
      ...(values.author.trim() === '' && { author: t('needed') }),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setSending(true);
    const result = await send(values);
    setSending(false);
    if (result.ok) return onSent();
    const beside = (result.problem.errors ?? []).map(({ path, message }) => [
      path.replace('body.', ''),
      message,
    ]);
    setFaults(Object.fromEntries(beside) as typeof faults);
    setTrouble(beside.length === 0 ? (troubleOf?.(result.problem) ?? t('failed')) : undefined);
  };
  const text = `${id}-text`;
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className="max-w-prose space-y-4 border border-ink bg-sheet p-5"
    >
      <div>
        <label htmlFor={text} className="mb-1 block text-sm font-semibold">
          {label}
        </label>
        <textarea
          id={text}
          name={text}
          rows={4}
          maxLength={maxLength}
          value={values.body}
          aria-invalid={faults.body ? true : undefined}
          aria-describedby={faults.body ? `${text}-error` : hint ? `${text}-hint` : undefined}
          onChange={({ target }) => set({ body: target.value })}
          className={`${inputLook} py-2 leading-normal`}
        />
        <FieldMessage name={text} error={faults.body} hint={hint} />
      </div>
      <Field
        label={t('name')}
        name={`${id}-name`}
        maxLength={40}
        autoComplete="nickname"
        value={values.author}
        error={faults.author}
        onChange={({ target }) => set({ author: target.value })}
      />
      {trouble && <Notice look="trouble" live title={trouble} />}
      <div className="flex flex-wrap gap-2">
        <button aria-disabled={isSending} className={button('go')}>
          {isSending ? t('sending') : sendLabel}
        </button>
        <button type="button" onClick={onClose} className={button('bare')}>
          {t('notNow')}
        </button>
      </div>
    </form>
  );
};
