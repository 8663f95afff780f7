'use client';

import type { Question } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { fetchQuestions } from '../../api/browser/questions.ts';
import { button } from '../../ui/button.ts';
import { LocalDay } from '../../ui/local-day.tsx';
import { GiveAnswer } from './give-answer.tsx';

type Sort = 'answered' | 'newest';

const QuestionEntry = ({ question }: { question: Question }) => {
  const t = useTranslations('questions');
  const { id, author, body, askedAt, reply, answers } = question;
  return (
    <li className="border-b border-rule py-6 first:pt-0">
      <article>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
          <span className="font-medium wrap-anywhere text-ink">{t('askedBy', { author })}</span>
          <LocalDay at={askedAt} />
        </p>
        <h3 className="mt-1 max-w-prose font-sans text-base font-semibold whitespace-pre-line wrap-anywhere">
          {body}
        </h3>
        {reply && (
          <div className="mt-3 max-w-prose border-l-4 border-glass bg-glass-soft px-4 py-3">
            <p className="marginalia">{t('answers')}</p>
            <p className="mt-1 whitespace-pre-line wrap-anywhere">{reply.body}</p>
          </div>
        )}
        {answers.map((answer) => (
          <div key={answer.id} className="mt-3 max-w-prose border-l-4 border-rule-strong px-4 py-1">
            <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
              <span className="wrap-anywhere">{t('buyerAnswers', { author: answer.author })}</span>
              <LocalDay at={answer.answeredAt} />
            </p>
            <p className="mt-1 whitespace-pre-line wrap-anywhere">{answer.body}</p>
          </div>
        ))}
        {!reply && answers.length === 0 && <p className="mt-2 text-sm text-ink-soft">{t('notAnswered')}</p>}
        <GiveAnswer questionId={id} />
      </article>
    </li>
  );
};

/** The questions, more of them by a button, those with an answer or the newest first. */
export const QuestionList = ({ slug, first, total }: { slug: string; first: Question[]; total: number }) => {
  const t = useTranslations('questions');
  const [questions, setQuestions] = useState(first);
  const [sort, setSort] = useState<Sort>('answered');
  const [page, setPage] = useState(1);
  const [failed, setFailed] = useState(false);
  const load = async (next: { page: number; sort: Sort }) => {
    const result = await fetchQuestions(slug, next);
    setFailed(!result.ok);
    if (!result.ok) return;
    const { items } = result.data;
    const kept = next.page === 1 ? [] : questions;
    setQuestions([...kept, ...items.filter(({ id }) => !kept.some((one) => one.id === id))]);
    setPage(next.page);
    setSort(next.sort);
  };
  return (
    <div>
      {total > 1 && (
        <label className="mb-6 flex items-center gap-2 text-sm">
          <span className="text-ink-soft">{t('showFirst')}</span>
          <select
            value={sort}
            onChange={({ target }) => void load({ page: 1, sort: target.value as Sort })}
            className="menu-arrow min-h-11 rounded-sm border border-rule-strong pl-3 font-semibold hover:border-ink"
          >
            <option value="answered">{t('answeredFirst')}</option>
            <option value="newest">{t('newest')}</option>
          </select>
        </label>
      )}
      <ul>
        {questions.map((question) => (
          <QuestionEntry key={question.id} question={question} />
        ))}
      </ul>
      {questions.length < total && (
        <button
          type="button"
          onClick={() => void load({ page: page + 1, sort })}
          className={button('quiet', 'mt-6')}
        >
          {t('more')}
        </button>
      )}
      <p role="status" className="mt-3 text-sm">
        {failed && t('notLoaded')}
      </p>
    </div>
  );
};
