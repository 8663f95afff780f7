'use client';

import type { Question } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { fetchQuestions } from '../../api/browser/questions.ts';
import { LocalDay } from '../../ui/local-day.tsx';
import { SortedList } from '../../ui/sorted-list.tsx';
import { LazyGiveAnswer } from './lazy-give-answer.tsx';

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
        <LazyGiveAnswer questionId={id} />
      </article>
    </li>
  );
};

/** The questions, more of them by a button, those with an answer or the newest first. */
export const QuestionList = ({ slug, first, total }: { slug: string; first: Question[]; total: number }) => {
  const t = useTranslations('questions');
  return (
    <SortedList
      first={first}
      total={total}
      sorts={{ answered: t('answeredFirst'), newest: t('newest') }}
      words={{ showFirst: t('showFirst'), more: t('more'), notLoaded: t('notLoaded') }}
      fetchPage={(wanted) => fetchQuestions(slug, wanted)}
    >
      {(question) => <QuestionEntry key={question.id} question={question} />}
    </SortedList>
  );
};
