import { usersCounted } from '@quayside/contracts';
import type { Pool } from 'pg';

/** How many users there are of a kind, as far as they are counted, and one more. */
export const countOf = async (pool: Pool, where: string, values: readonly unknown[]): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM users WHERE ${where} LIMIT ${usersCounted + 1}) AS found`,
    [...values],
  );
  return rows[0]?.count ?? 0;
};

export const counted = (found: number): { totalItems: number; isMore: boolean } => ({
  totalItems: Math.min(found, usersCounted),
  isMore: found > usersCounted,
});

/**
 * The statement of a page of users. A search is done before anything is sorted: the planner, which cannot know how rare a
 * word is, would else read everybody in order until it has a page.
 */
export const pageStatement = (asked: {
  columns: string;
  condition: string;
  order: string;
  page: number;
  pageSize: number;
  isSearch: boolean;
}): string => {
  const { columns, condition, order, page, pageSize, isSearch } = asked;
  const found = isSearch
    ? `WITH found AS MATERIALIZED (SELECT * FROM users WHERE ${condition}) SELECT ${columns} FROM found`
    : `SELECT ${columns} FROM users WHERE ${condition}`;
  return `${found} ORDER BY ${order} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
};
