import type { OwnQuestions as Own } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { LocalDay } from '../../ui/local-day.tsx';

/** All that somebody asked and answered, each beside its product. */
export const OwnQuestions = ({ own }: { own: Own }) => {
  const t = useTranslations('questions.own');
  const entries = [
    ...own.questions.map((question) => ({ ...question, words: t('asked'), at: question.askedAt })),
    ...own.answers.map((answer) => ({ ...answer, words: t('answered'), at: answer.answeredAt })),
  ].toSorted((one, other) => other.at.localeCompare(one.at));
  return entries.length === 0 ? (
    <p className="max-w-prose text-ink-soft">{t('none')}</p>
  ) : (
    <ul className="max-w-prose divide-y divide-rule">
      {entries.map(({ id, product, body, state, words, at }) => (
        <li key={id} className="py-3 first:pt-0">
          <AppLink
            href={`/products/${product.slug}#questions`}
            className="font-semibold underline underline-offset-4"
          >
            {product.name}
          </AppLink>
          <p className="mt-1 text-sm wrap-anywhere text-ink-soft">
            {words}: {body}
          </p>
          <p className="text-sm text-ink-soft">
            <LocalDay at={at} />, {t(`states.${state}`)}
          </p>
        </li>
      ))}
    </ul>
  );
};
