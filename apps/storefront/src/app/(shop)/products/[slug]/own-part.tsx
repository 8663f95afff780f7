import { readOwnPartIn } from '../../../../api/server/reviews.ts';
import { readUser } from '../../../../api/server/session.ts';
import { FoundHelpful } from '../../../../features/reviews/found-helpful.tsx';
import { WriteReview } from '../../../../features/reviews/write-review.tsx';
import { AppLink } from '../../../../ui/app-link.tsx';

/** What the visitor can say of the product: those who bought it may. */
export const OwnPart = async ({ slug }: { slug: string }) => {
  const user = await readUser();
  if (!user)
    return (
      <p className="text-sm text-ink-soft">
        Did you buy it?{' '}
        <a
          href={`/auth/login?returnTo=${encodeURIComponent(`/products/${slug}#reviews`)}`}
          className="underline underline-offset-4"
        >
          Sign in
        </a>{' '}
        and say what it is like.
      </p>
    );
  const part = await readOwnPartIn(slug);
  if (!part.ok) return null;
  const { mayWrite, review, foundHelpful } = part.data;
  return (
    <>
      <FoundHelpful ids={foundHelpful} />
      {mayWrite || review ? (
        <WriteReview
          key={review?.writtenAt ?? 'new'}
          slug={slug}
          review={review}
          name={user.name.split(' ')[0] ?? ''}
        />
      ) : (
        <p className="text-sm text-ink-soft">
          Whoever bought it with their account may review it.{' '}
          <AppLink href="/orders" className="underline underline-offset-4">
            Your orders
          </AppLink>
        </p>
      )}
    </>
  );
};
