import { inTransaction, postgresAuditLog, type PostgresJobs } from '@quayside/postgres';
import type { Pool, PoolClient } from 'pg';
import { ImportBusy, ImportNotFound, ImportNotReady } from '../../domain/import-errors.ts';
import type { ImportSettings } from '../../domain/imports/import-file.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { FullImport, Imports } from '../../usecases/imports/imports.ts';
import type { ArchiveFiles } from '../../usecases/imports/product-archive.ts';
import type { TableFiles } from '../../usecases/imports/table-file.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { retryPictures } from './import-pictures.ts';
import { listImports } from './list-imports.ts';
import { allFaults, listFaults, readImport } from './read-imports.ts';
import { readAnew, uploadImport } from './upload-import.ts';

export const importKinds = { check: 'products-import-check', run: 'products-import' } as const;

interface Locked {
  readonly name: string;
  readonly state: string;
  readonly settings: ImportSettings;
  readonly columns: readonly string[];
  readonly job_id: string | null;
  readonly is_done: boolean | null;
}

/** @throws {ImportNotFound | ImportBusy} */
const lockIdle = async (tx: PoolClient, id: string): Promise<Locked> => {
  const { rows } = await tx.query<Locked>(
    `SELECT imports.name, imports.state, settings, columns, job_id, jobs.state = 'done' AS is_done
       FROM imports LEFT JOIN jobs ON jobs.id = job_id
      WHERE imports.id = $1 AND imports.state <> 'uploading' FOR UPDATE OF imports`,
    [id],
  );
  const [found] = rows;
  if (!found) throw new ImportNotFound(id);
  if (found.state === 'checking' || (found.state === 'running' && !found.is_done)) throw new ImportBusy();
  return found;
};

export const createImports = (options: {
  pool: Pool;
  jobs: PostgresJobs;
  files: TableFiles;
  archives: ArchiveFiles;
  /** Called where pictures may have become due. */
  onPictures: () => void;
}): Imports => {
  const { pool, jobs, files } = options;
  const read = (id: string): Promise<FullImport> => answerOrUnavailable(readImport(pool, id));
  const write = async (id: string, work: (tx: PoolClient) => Promise<void>): Promise<FullImport> => {
    await answerOrUnavailable(inTransaction(pool, work));
    jobs.scheduled();
    options.onPictures();
    return read(id);
  };

  const beginCheck = async (tx: PoolClient, id: string, name: string, by: Actor): Promise<void> => {
    await jobs.add(tx, { kind: importKinds.check, input: { importId: id, name }, by, entityIds: [id] });
    await tx.query(`UPDATE imports SET state = 'checking', job_id = NULL WHERE id = $1`, [id]);
  };

  /** Those that are without fault, each a piece. */
  const beginRun = async (tx: PoolClient, id: string, name: string, by: Actor): Promise<void> => {
    const { rows } = await tx.query<{ position: number }>(
      'SELECT position FROM import_products WHERE import_id = $1 AND wanted IS NOT NULL ORDER BY position',
      [id],
    );
    if (rows.length === 0) throw new ImportNotReady('No product of it is without fault');
    const job = await jobs.add(tx, {
      kind: importKinds.run,
      input: { importId: id, name },
      by,
      entityIds: rows.map(({ position }) => String(position)),
    });
    await tx.query(`UPDATE imports SET state = 'running', job_id = $2 WHERE id = $1`, [id, job]);
    const after = { name, products: rows.length };
    await postgresAuditLog.append(tx, by, { action: 'started', entity: 'import', entityId: id, after });
  };

  const repeat = async (tx: PoolClient, id: string, jobId: string, by: Actor): Promise<void> => {
    const count = (await jobs.retryFailed(jobId, tx)) + (await retryPictures(tx, id));
    if (count === 0) throw new ImportNotReady('Nothing of it failed');
    await tx.query('DELETE FROM import_faults WHERE import_id = $1 AND position IS NOT NULL', [id]);
    await postgresAuditLog.append(tx, by, { action: 'repeated', entity: 'import', entityId: id, after: {} });
  };

  return {
    upload: async (name, file, by) =>
      read(await answerOrUnavailable(uploadImport(pool, options, { name, file, by }))),
    list: (query) => answerOrUnavailable(listImports(pool, query)),
    read,
    readAnew: async (id, reading) => {
      await read(id);
      const { columns, sample, settings } = await answerOrUnavailable(readAnew(pool, files, id, reading));
      return write(id, async (tx) => {
        await lockIdle(tx, id);
        await tx.query('DELETE FROM import_mends WHERE import_id = $1', [id]);
        await tx.query(
          `UPDATE imports SET state = 'uploaded', settings = $2, columns = $3, sample = $4, trouble = NULL,
                  found = NULL, job_id = NULL WHERE id = $1`,
          [id, JSON.stringify(settings), JSON.stringify(columns), JSON.stringify(sample)],
        );
      });
    },
    check: (id, choice, by) =>
      write(id, async (tx) => {
        const { name, settings, columns } = await lockIdle(tx, id);
        if (choice.mapping.length !== columns.length) {
          throw new ImportNotReady(
            `It has ${columns.length} columns, and ${choice.mapping.length} are mapped`,
          );
        }
        await tx.query('UPDATE imports SET settings = $2 WHERE id = $1', [
          id,
          JSON.stringify({ ...settings, ...choice }),
        ]);
        await beginCheck(tx, id, name, by);
      }),
    mend: (id, cells, by) =>
      write(id, async (tx) => {
        const { name, state } = await lockIdle(tx, id);
        if (state === 'uploaded') throw new ImportNotReady('Nothing was checked yet');
        await tx.query(
          `INSERT INTO import_mends (import_id, row, "column", value)
           SELECT $1, row, "column", value FROM jsonb_to_recordset($2) AS mend (row int, "column" int, value text)
           ON CONFLICT (import_id, row, "column") DO UPDATE SET value = excluded.value`,
          [id, JSON.stringify(cells.map((cell) => ({ ...cell, value: cell.value.replaceAll('\0', '') })))],
        );
        await beginCheck(tx, id, name, by);
      }),
    faults: async (id, query) => {
      await read(id);
      return answerOrUnavailable(listFaults(pool, id, query));
    },
    allFaults: async (id) => {
      await read(id);
      return allFaults(pool, id);
    },
    run: (id, by) =>
      write(id, async (tx) => {
        const { name, state, job_id } = await lockIdle(tx, id);
        if (state === 'checked') return beginRun(tx, id, name, by);
        if (state === 'running' && job_id) return repeat(tx, id, job_id, by);
        throw new ImportNotReady('It has to be checked first');
      }),
  };
};
