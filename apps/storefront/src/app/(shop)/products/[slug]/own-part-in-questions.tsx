import { getLocale, getTranslations } from 'next-intl/server';
import { readOwnPartInQuestionsOn } from '../../../../api/server/questions.ts';
import { readUser } from '../../../../api/server/session.ts';
import { signInPath } from '../../../../api/sign-in-path.ts';
import { LazyAskQuestion } from '../../../../features/questions/lazy-ask-question.tsx';
import { KeepOwnAnswers } from '../../../../features/questions/own-answers.tsx';
import { pathIn } from '../../../../i18n/paths.ts';

/** What the visitor can ask and answer. */
export const OwnPartInQuestions = async ({ slug }: { slug: string }) => {
  const user = await readUser();
  const t = await getTranslations('questions');
  const here = pathIn(await getLocale(), `/products/${slug}#questions`);
  if (!user)
    return (
      <p className="text-sm text-ink-soft">
        {t.rich('signIn', {
          link: (text) => (
            <a href={signInPath(here)} className="underline underline-offset-4">
              {text}
            </a>
          ),
        })}
      </p>
    );
  const part = await readOwnPartInQuestionsOn(slug);
  if (!part.ok) return null;
  const { mayAnswer, questions, answers } = part.data;
  const name = user.name.split(' ')[0] ?? '';
  return (
    <>
      <KeepOwnAnswers
        mayAnswer={mayAnswer}
        name={name}
        answers={answers}
        asked={questions.map(({ id }) => id)}
      />
      <LazyAskQuestion slug={slug} questions={questions} name={name} />
    </>
  );
};
