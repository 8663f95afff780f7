import { getLocale, getTranslations } from 'next-intl/server';
import { pathIn } from '../../../../i18n/paths.ts';
import { readOwnPartIn } from '../../../../api/server/reviews.ts';
import { readUser } from '../../../../api/server/session.ts';
import { signInPath } from '../../../../api/sign-in-path.ts';
import { FoundHelpful } from '../../../../features/reviews/found-helpful.tsx';
import { LazyWriteReview } from '../../../../features/reviews/lazy-write-review.tsx';
import { AppLink } from '../../../../ui/app-link.tsx';

/** What the visitor can say of the product: those who bought it may. */
export const OwnPart = async ({ slug }: { slug: string }) => {
  const user = await readUser();
  const t = await getTranslations('reviews');
  const here = pathIn(await getLocale(), `/products/${slug}#reviews`);
  if (!user)
    return (
      <p className="text-sm text-ink-soft">
        {t.rich('didYouBuy', {
          link: (text) => (
            <a href={signInPath(here)} className="underline underline-offset-4">
              {text}
            </a>
          ),
        })}
      </p>
    );
  const part = await readOwnPartIn(slug);
  if (!part.ok) return null;
  const { mayWrite, review, foundHelpful } = part.data;
  return (
    <>
      <FoundHelpful ids={foundHelpful} />
      {mayWrite || review ? (
        <LazyWriteReview
          key={review?.writtenAt ?? 'new'}
          slug={slug}
          review={review}
          name={user.name.split(' ')[0] ?? ''}
        />
      ) : (
        <p className="text-sm text-ink-soft">
          {t.rich('whoMay', {
            link: (text) => (
              <AppLink href="/orders" className="underline underline-offset-4">
                {text}
              </AppLink>
            ),
          })}
        </p>
      )}
    </>
  );
};
