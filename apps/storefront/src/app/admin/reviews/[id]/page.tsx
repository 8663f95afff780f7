import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAudit } from '../../../../api/server/audit.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readReview } from '../../../../api/server/reviews.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { ReviewDesk } from '../../../../features/admin/reviews/review-desk.tsx';
import { ModerationMark } from '../../../../features/admin/moderation-mark.tsx';
import { AppLink } from '../../../../ui/app-link.tsx';
import { LocalTime } from '../../../../ui/local-time.tsx';
import { Stars } from '../../../../ui/stars.tsx';

export const metadata: Metadata = { title: 'Review' };

const ReviewPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const [review, trail] = await Promise.all([
    readReview(id),
    readAudit({ entity: 'review', entityId: id, pageSize: 5 }),
  ]);
  const found = orThrow(review);
  return (
    <>
      <AdminHeading flag="R" title={found.title} back={{ href: '/admin/reviews', label: 'Reviews' }}>
        <ModerationMark state={found.state} />
      </AdminHeading>
      <div className="mb-8 max-w-2xl">
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
          <Stars value={found.stars} />
          <span className="sr-only">{found.stars} of 5 stars</span>
          <span className="wrap-anywhere">{found.author}</span>
          <LocalTime at={found.writtenAt} withYear />
          <AppLink href={`/admin/products/${found.product.id}`} className="underline underline-offset-4">
            {found.product.name}
          </AppLink>
        </p>
        <p className="mt-3 whitespace-pre-line wrap-anywhere">{found.body}</p>
        {found.refusal && (
          <p className="mt-3 border-l-4 border-rule-strong pl-4 text-ink-soft">{found.refusal}</p>
        )}
      </div>
      <ReviewDesk key={found.version} review={found} />
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=review&entityId=${id}`} />
      )}
    </>
  );
};

export default ReviewPage;
