'use client';

import type { ContactFault, ContactTopic } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useActionState, useEffect, useRef, useState, type FormEvent } from 'react';
import { proofOfWork } from '../../api/browser/proof-of-work.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { ContactState } from './contact-state.ts';
import { sendContact } from './send-contact.ts';

const topics = ['order', 'product', 'other'] as const satisfies readonly ContactTopic[];
/** As the contract has them: its schemas do not travel to the browser. */
const longest = { name: 120, email: 320, orderNumber: 40, text: 4000 };

/** Writes to the shop; the browser sends it by itself where scripts do not run. */
export const ContactForm = ({ first }: { first: ContactState }) => {
  const t = useTranslations('contact');
  const pathIn = usePathIn();
  const { push } = useRouter();
  const [{ form, values, faults, outcome }, send, isSending] = useActionState(sendContact, first);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (outcome === 'sent') push(pathIn('/contact/sent'));
  }, [outcome, push, pathIn]);
  useEffect(() => {
    const [fault] = faults;
    if (fault) element.current?.querySelector<HTMLElement>(`[name=${fault.field}]`)?.focus();
  }, [faults]);

  /** With a `text`, which is empty where nothing was asked, it goes out by the next press: the form's own. */
  const [proof, setProof] = useState<{ isComputing: boolean; text?: string }>({ isComputing: false });
  const prove = (event: FormEvent<HTMLFormElement>): void => {
    if (proof.text !== undefined) return setProof({ isComputing: false });
    event.preventDefault();
    if (proof.isComputing) return;
    setProof({ isComputing: true });
    void proofOfWork('contact')
      .catch(() => undefined)
      .then((text = '') => setProof({ isComputing: true, text }));
  };
  useEffect(() => {
    if (proof.text !== undefined) element.current?.requestSubmit();
  }, [proof]);

  const saidOf = (field: ContactFault['field']): string | undefined => {
    const found = faults.find((one) => one.field === field);
    return found && t(`faults.${field}.${found.fault}`);
  };
  const isOver = isSending || proof.isComputing || outcome === 'sent';
  return (
    <form ref={element} action={send} onSubmit={prove} noValidate className="max-w-2xl space-y-6">
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="proof" value={proof.text ?? ''} />
      {outcome === 'unproven' && (
        <Notice look="trouble" live title={t('unproven.title')}>
          <p>{t('unproven.what')}</p>
        </Notice>
      )}
      {(outcome === 'too-often' || outcome === 'failed') && (
        <Notice look="trouble" live title={t(outcome === 'failed' ? 'failed' : 'tooOften')} />
      )}
      {outcome === 'faults' && <Notice look="trouble" live title={t('lookAgain')} />}
      <fieldset>
        <legend className="mb-1 text-sm font-semibold">{t('topic')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {topics.map((topic) => (
            <label key={topic} className="flex min-h-11 items-center gap-3">
              <input
                type="radio"
                name="topic"
                value={topic}
                defaultChecked={values.topic === topic}
                className="h-[1.1rem] w-[1.1rem] accent-ink"
              />
              <span>{t(`topics.${topic}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label={t('orderNumber')}
        name="orderNumber"
        defaultValue={values.orderNumber}
        maxLength={longest.orderNumber}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        hint={t('orderNumberHint')}
        error={saidOf('orderNumber')}
      />
      <TextArea
        label={t('text')}
        name="text"
        rows={8}
        defaultValue={values.text}
        maxLength={longest.text}
        error={saidOf('text')}
      />
      <Field
        label={t('name')}
        name="name"
        defaultValue={values.name}
        maxLength={longest.name}
        autoComplete="name"
        error={saidOf('name')}
      />
      <Field
        label={t('email')}
        name="email"
        type="email"
        defaultValue={values.email}
        maxLength={longest.email}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        hint={t('emailHint')}
        error={saidOf('email')}
      />
      <p className="text-sm text-ink-soft">{t('kept')}</p>
      <button
        aria-disabled={isOver}
        disabled={isOver}
        className={button('primary', 'w-full sm:w-auto sm:px-9')}
      >
        {isOver ? t('sending') : t('send')}
      </button>
    </form>
  );
};
