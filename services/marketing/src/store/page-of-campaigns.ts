import type { Pool } from 'pg';
import type { CampaignQuery, ListedCampaign } from '../usecases/campaigns.ts';
import { campaignColumns, toCampaign, type CampaignRow } from './campaign-rows.ts';

const sorts: Readonly<Record<string, string>> = {
  name: 'lower(name)',
  starts: 'starts_at',
  ends: 'ends_at',
  discount: 'discount_percent',
  changed: 'changed_at',
};

const orderBy = (sort = '-starts'): string => {
  const by = sorts[sort.replace(/^-/, '')] ?? 'starts_at';
  return sort.startsWith('-') ? `${by} DESC, id DESC` : `${by}, id`;
};

const anywhere = (text: string): string => `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;

const filter = `($1::text IS NULL OR lower(name) LIKE $1 OR lower(code) LIKE $1)
  AND ($2::text IS NULL OR $2 = CASE WHEN ends_at <= $3 THEN 'over' WHEN starts_at <= $3 THEN 'running' ELSE 'planned' END)
  AND ($4::boolean IS NULL OR (code IS NOT NULL) = $4)`;

export const pageOfCampaigns = async (
  pool: Pool,
  { q, state, kind, sort, page, pageSize }: CampaignQuery,
  now: Date,
): Promise<{ items: ListedCampaign[]; totalItems: number }> => {
  const hasCode = kind === undefined ? null : kind === 'code';
  const values = [q === undefined ? null : anywhere(q), state ?? null, now, hasCode];
  const [found, counted] = await Promise.all([
    pool.query<CampaignRow>(
      `SELECT ${campaignColumns} FROM campaigns WHERE ${filter} ORDER BY ${orderBy(sort)} LIMIT $5 OFFSET $6`,
      [...values, pageSize, (page - 1) * pageSize],
    ),
    pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM campaigns WHERE ${filter}`, values),
  ]);
  return { items: found.rows.map(toCampaign), totalItems: counted.rows[0]?.count ?? 0 };
};
