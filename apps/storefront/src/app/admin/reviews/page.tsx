import type { Metadata } from 'next';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readReviews } from '../../../api/server/reviews.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { ReviewTable } from '../../../features/admin/reviews/review-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';

export const metadata: Metadata = { title: 'Reviews' };

const ReviewsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['written', 'stars'],
    filters: { state: ['pending', 'published', 'refused'], stars: ['1', '2', '3', '4', '5'] },
  });
  const { q, sort, page, filters } = query;
  const found = orThrow(
    await readReviews({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort }),
      ...(filters['state'] && { state: filters['state'] as 'pending' }),
      ...(filters['stars'] && { stars: Number(filters['stars']) }),
    }),
  );
  return (
    <>
      <AdminHeading flag="R" title="Reviews" about="What buyers say, read before it is shown" />
      <ReviewTable page={found} query={query} />
    </>
  );
};

export default ReviewsPage;
