'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { giveAnswer, withdrawAnswer } from '../../api/browser/questions.ts';
import { button } from '../../ui/button.ts';
import { TextForm } from './text-form.tsx';
import { useOwnAnswers } from './own-answers.tsx';

/** The visitor's own answer to a question. */
export const GiveAnswer = ({ questionId }: { questionId: string }) => {
  const t = useTranslations('questions');
  const router = useRouter();
  const { mayAnswer, name, byQuestion } = useOwnAnswers();
  const [isOpen, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const own = byQuestion.get(questionId);
  const takeBack = async () => {
    const result = await withdrawAnswer(questionId);
    setTrouble(result.ok ? undefined : t('failed'));
    if (result.ok) router.refresh();
  };
  if (isOpen)
    return (
      <div className="mt-4">
        <TextForm
          id={`answer-${questionId}`}
          label={t('answer.label')}
          maxLength={2000}
          first={{ body: own?.body ?? '', author: own?.author ?? name }}
          sendLabel={t('answer.send')}
          send={(text) => giveAnswer(questionId, text)}
          onSent={() => {
            setOpen(false);
            router.refresh();
          }}
          onClose={() => setOpen(false)}
        />
      </div>
    );
  return (
    <div className="mt-2">
      {own && (
        <p className="max-w-prose text-sm wrap-anywhere text-ink-soft" data-testid="own-answer">
          <span className="font-semibold text-ink">{t('answer.yours')}:</span> {own.body}{' '}
          {t(`states.${own.state}`)} {own.refusal}
        </p>
      )}
      <div className="-ml-2 flex flex-wrap">
        {mayAnswer && (
          <button type="button" onClick={() => setOpen(true)} className={button('bare', 'px-2 text-sm')}>
            {own ? t('answer.anew') : t('answer.open')}
          </button>
        )}
        {own && (
          <button type="button" onClick={() => void takeBack()} className={button('bare', 'px-2 text-sm')}>
            {t('takeBack')}
          </button>
        )}
      </div>
      <p role="status" className="text-sm text-flag-red">
        {trouble}
      </p>
    </div>
  );
};
