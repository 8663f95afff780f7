import type { Pool } from 'pg';
import type { Page } from '../../usecases/brand-store.ts';
import type { ImportQuery, ImportRecord } from '../../usecases/imports/imports.ts';
import { anywhere } from '../like.ts';
import { importColumns, toImportRecord, type ImportRow } from './read-imports.ts';

/** Each word of it as the beginning of one; nothing is found by what has none. */
const beginnings = (q: string): string =>
  (q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(' & ');

const hasRun = `EXISTS (SELECT 1 FROM jobs WHERE jobs.id = imports.job_id AND jobs.state = 'done')`;

const ofState: Readonly<Record<string, string>> = {
  running: `imports.state = 'running' AND NOT ${hasRun}`,
  done: `imports.state = 'running' AND ${hasRun}`,
};

export const importConditions = ({ q, state }: Pick<ImportQuery, 'q' | 'state'>) => {
  const params: unknown[] = [];
  const where = [`imports.state <> 'uploading'`];
  if (q !== undefined) {
    const [words, who] = [params.push(beginnings(q)), params.push(anywhere(q))];
    where.push(
      `(words @@ to_tsquery('simple', $${words})
        OR actor_id = ANY (ARRAY(SELECT actor_id FROM audit_names WHERE lower(name) LIKE $${who})))`,
    );
  }
  if (state !== undefined) where.push(ofState[state] ?? `imports.state = $${params.push(state)}`);
  return { where: where.join(' AND '), params };
};

/** A page of them, the newest first, before anything is counted of each. */
export const importPageSql = (where: string, params: number): string =>
  `SELECT * FROM imports WHERE ${where}
    ORDER BY created_at DESC, id DESC LIMIT $${params + 1} OFFSET $${params + 2}`;

export const importCountSql = (where: string): string =>
  `SELECT count(*)::int AS count FROM imports WHERE ${where}`;

/** The newest first. */
export const listImports = async (
  pool: Pool,
  { page, pageSize, ...filter }: ImportQuery,
): Promise<Page<ImportRecord>> => {
  const { where, params } = importConditions(filter);
  const [found, counted] = await Promise.all([
    pool.query<ImportRow>(
      `SELECT ${importColumns('')} FROM (${importPageSql(where, params.length)}) AS imports
         LEFT JOIN jobs ON jobs.id = job_id
        ORDER BY imports.created_at DESC, imports.id DESC`,
      [...params, pageSize, (page - 1) * pageSize],
    ),
    pool.query<{ count: number }>(importCountSql(where), params),
  ]);
  return { items: found.rows.map(toImportRecord), page, pageSize, totalItems: counted.rows[0]?.count ?? 0 };
};
