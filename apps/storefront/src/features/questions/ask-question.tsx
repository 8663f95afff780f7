'use client';

import type { OwnQuestion } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { askQuestion, withdrawQuestion } from '../../api/browser/questions.ts';
import { button } from '../../ui/button.ts';
import { TextForm } from './text-form.tsx';

/** What the visitor asked on this product, and a form to ask. */
export const AskQuestion = ({
  slug,
  questions,
  name,
}: {
  slug: string;
  questions: readonly OwnQuestion[];
  name: string;
}) => {
  const t = useTranslations('questions');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const takeBack = async (id: string) => {
    const result = await withdrawQuestion(id);
    setTrouble(result.ok ? undefined : t('failed'));
    if (result.ok) router.refresh();
  };
  return (
    <div className="space-y-4">
      {questions.map(({ id, body, state, refusal, answers }) => (
        <div key={id} className="border border-rule bg-sheet p-5" data-testid="own-question">
          <p className="marginalia">{t('ask.yours')}</p>
          <p className="mt-2 font-semibold whitespace-pre-line wrap-anywhere">{body}</p>
          <p className="mt-2 text-sm wrap-anywhere text-ink-soft">
            {t(`states.${state}`)} {refusal} {state === 'published' && t('ask.count', { count: answers })}
          </p>
          <button
            type="button"
            onClick={() => void takeBack(id)}
            className={button('bare', 'mt-2 -ml-2 px-2')}
          >
            {t('takeBack')}
          </button>
        </div>
      ))}
      {isOpen ? (
        <TextForm
          id="question"
          label={t('ask.question')}
          hint={t('ask.hint')}
          maxLength={1000}
          first={{ body: '', author: name }}
          sendLabel={t('ask.send')}
          send={(text) => askQuestion(slug, text)}
          troubleOf={({ code }) => (code === 'too-many-questions' ? t('ask.tooMany') : undefined)}
          onSent={() => {
            setOpen(false);
            router.refresh();
          }}
          onClose={() => setOpen(false)}
        />
      ) : (
        <button type="button" onClick={() => setOpen(true)} className={button('primary')}>
          {t('ask.open')}
        </button>
      )}
      <p role="status" className="text-sm text-flag-red">
        {trouble}
      </p>
    </div>
  );
};
