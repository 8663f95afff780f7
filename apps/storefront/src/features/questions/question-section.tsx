import type { QuestionPage } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { QuestionList } from './question-list.tsx';

interface QuestionSectionProps {
  slug: string;
  /** Those that are answered first. */
  questions: QuestionPage;
  /** What the visitor can do, which may come later. */
  own: ReactNode;
}

/** What shoppers ask, and what the shop and those who bought the product answer. */
export const QuestionSection = ({ slug, questions, own }: QuestionSectionProps) => {
  const t = useTranslations('questions');
  const { items, totalItems } = questions;
  return (
    <section id="questions" aria-labelledby="questions-title" className="mt-20 scroll-mt-6">
      <h2 id="questions-title" className="mb-7 border-b border-ink pb-3 text-3xl">
        {t('title')}
      </h2>
      <div className="grid gap-x-16 gap-y-10 md:grid-cols-[18rem_minmax(0,1fr)]">
        <div>
          {items.length === 0 && <p className="mb-8 text-ink-soft">{t('noneYet')}</p>}
          {own}
        </div>
        {items.length > 0 && <QuestionList slug={slug} first={items} total={totalItems} />}
      </div>
    </section>
  );
};
