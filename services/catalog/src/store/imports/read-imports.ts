import { postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import { ImportNotFound } from '../../domain/import-errors.ts';
import type { Page } from '../../usecases/brand-store.ts';
import type { FullImport, ImportRecord, ListedFault } from '../../usecases/imports/imports.ts';

export type ImportRow = Omit<
  FullImport,
  'createdAt' | 'actor' | 'job' | 'trouble' | 'found' | 'pictures' | 'sheets'
> & {
  created_at: Date;
  actor_id: string;
  actor_name: string | null;
  trouble: string | null;
  found: object | null;
  sheets?: readonly string[] | null;
  pictures: NonNullable<ImportRecord['pictures']> | null;
  job: NonNullable<ImportRecord['job']> | null;
};

/** The name is the one that the audit log knows: it goes when the account does. */
export const importColumns = (more: string) => `
  imports.id, imports.name, bytes, imports.actor_id, imports.created_at,
  CASE WHEN imports.state = 'running' AND jobs.state = 'done' THEN 'done' ELSE imports.state END AS state,
  trouble, found, ${more}
  ${postgresAuditLog.nameOf('imports.actor_id')} AS actor_name,
  CASE WHEN jobs.id IS NOT NULL THEN (
    SELECT json_build_object('id', jobs.id, 'isDone', jobs.state = 'done', 'total', count(*)::int,
             'done', (count(*) FILTER (WHERE job_items.state = 'done'))::int,
             'unchanged', (count(*) FILTER (WHERE job_items.state = 'unchanged'))::int,
             'failed', (count(*) FILTER (WHERE job_items.state = 'failed'))::int)
      FROM job_items WHERE job_id = jobs.id) END AS job,
  (SELECT CASE WHEN count(*) > 0 THEN
            json_build_object('products', count(*)::int,
              'waiting', (count(*) FILTER (WHERE state = 'waiting'))::int,
              'failed', (count(*) FILTER (WHERE state = 'failed'))::int) END
     FROM import_pictures WHERE import_id = imports.id) AS pictures`;

export const toImportRecord = ({
  created_at,
  actor_id,
  actor_name,
  trouble,
  found,
  job,
  pictures,
  sheets,
  ...row
}: ImportRow): FullImport => ({
  ...row,
  actor: { id: actor_id, ...(actor_name !== null && { name: actor_name }) },
  createdAt: created_at.toISOString(),
  ...(trouble !== null && { trouble }),
  ...(found && { found }),
  ...(job && { job }),
  ...(pictures && { pictures }),
  ...(sheets && { sheets }),
});

export const readImport = async (pool: Pool, id: string): Promise<FullImport> => {
  const { rows } = await pool.query<ImportRow>(
    `SELECT ${importColumns('settings, columns, sample, sheets,')}
       FROM imports LEFT JOIN jobs ON jobs.id = job_id WHERE imports.id = $1 AND imports.state <> 'uploading'`,
    [id],
  );
  if (!rows[0]) throw new ImportNotFound(id);
  return toImportRecord(rows[0]);
};

const faultColumns = 'row, "column", name, value, code, detail, blocks';

export const listFaults = async (
  pool: Pool,
  id: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<Page<ListedFault>> => {
  const [found, counted] = await Promise.all([
    pool.query<ListedFault>(
      `SELECT ${faultColumns} FROM import_faults WHERE import_id = $1 ORDER BY row, id LIMIT $2 OFFSET $3`,
      [id, pageSize, (page - 1) * pageSize],
    ),
    pool.query<{ count: number }>('SELECT count(*)::int AS count FROM import_faults WHERE import_id = $1', [
      id,
    ]),
  ]);
  return { items: found.rows, page, pageSize, totalItems: counted.rows[0]?.count ?? 0 };
};

const faultsAtOnce = 1000;

/** All of them, some at a time, each part beginning after the last one. */
export async function* allFaults(pool: Pool, id: string): AsyncGenerator<ListedFault> {
  let after = { row: 0, id: '0' };
  for (;;) {
    const { rows } = await pool.query<ListedFault & { id: string }>(
      `SELECT id, ${faultColumns} FROM import_faults
        WHERE import_id = $1 AND (row, id) > ($2, $3) ORDER BY row, id LIMIT ${faultsAtOnce}`,
      [id, after.row, after.id],
    );
    const last = rows.at(-1);
    if (!last) return;
    for (const { id: _, ...fault } of rows) yield fault;
    after = last;
  }
}
