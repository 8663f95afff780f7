import { randomUUID } from 'node:crypto';
import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import {
  ImportMappingNotFound,
  ImportMappingNotYours,
  ImportNotFound,
  ImportNotReady,
} from '../../domain/import-errors.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { ImportChoice } from '../../usecases/imports/imports.ts';
import {
  layOut,
  plainHeading,
  type HeadingField,
  type ImportMappings,
  type SavedMapping,
} from '../../usecases/imports/mappings.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';

const offeredAtMost = 50;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly owner_id: string;
  readonly owner_name: string | null;
  readonly is_shared: boolean;
  readonly fields: readonly HeadingField[];
  readonly choice: Omit<ImportChoice, 'mapping'>;
}

export const fittingMappingsSql = `
  SELECT id, name, owner_id, is_shared, fields, choice,
         ${postgresAuditLog.nameOf('owner_id')} AS owner_name
    FROM import_mappings
   WHERE headings <@ $1 AND (owner_id = $2 OR is_shared)
   ORDER BY cardinality(headings) DESC, owner_id <> $2, lower(name), id LIMIT ${offeredAtMost}`;

const toMapping = (row: Row, columns: readonly string[], by: Actor): SavedMapping => ({
  id: row.id,
  name: row.name,
  isShared: row.is_shared,
  isMine: row.owner_id === by.id,
  actor: { id: row.owner_id, ...(row.owner_name !== null && { name: row.owner_name }) },
  choice: { ...row.choice, mapping: layOut(row.fields, columns) },
});

/** @throws {ImportNotFound} */
const columnsOf = async (db: Pool | ClientBase, importId: string): Promise<readonly string[]> => {
  const { rows } = await db.query<{ columns: string[] }>(
    `SELECT columns FROM imports WHERE id = $1 AND state <> 'uploading'`,
    [importId],
  );
  if (!rows[0]) throw new ImportNotFound(importId);
  return rows[0].columns;
};

const auditedAs = ({ name, is_shared, fields }: Pick<Row, 'name' | 'is_shared' | 'fields'>) => ({
  name,
  isShared: is_shared,
  columns: Object.fromEntries(
    fields.flatMap(({ heading, field }) => (field === null ? [] : [[heading, field]])),
  ),
});

/** Writes it in place of an own one of that name. */
const put = async (tx: ClientBase, row: Omit<Row, 'id' | 'owner_name'>, by: Actor): Promise<string> => {
  const found = await tx.query<Row>(
    'SELECT * FROM import_mappings WHERE owner_id = $1 AND lower(name) = lower($2) FOR UPDATE',
    [by.id, row.name],
  );
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO import_mappings (id, name, owner_id, is_shared, fields, headings, choice)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (owner_id, lower(name)) DO UPDATE SET name = excluded.name, is_shared = excluded.is_shared,
       fields = excluded.fields, headings = excluded.headings, choice = excluded.choice, changed_at = now()
     RETURNING id`,
    [
      randomUUID(),
      row.name,
      by.id,
      row.is_shared,
      JSON.stringify(row.fields),
      row.fields.flatMap(({ heading, field }) => (field === null ? [] : [heading])),
      JSON.stringify(row.choice),
    ],
  );
  const { id } = rows[0] as { id: string };
  const [before] = found.rows;
  await postgresAuditLog.append(tx, by, {
    action: before ? 'changed' : 'created',
    entity: 'import-mapping',
    entityId: id,
    ...(before && { before: auditedAs(before) }),
    after: auditedAs(row),
  });
  return id;
};

export const createImportMappings = ({ pool }: { pool: Pool }): ImportMappings => ({
  fitting: (importId, by) =>
    answerOrUnavailable(
      (async () => {
        const columns = await columnsOf(pool, importId);
        const { rows } = await pool.query<Row>(fittingMappingsSql, [columns.map(plainHeading), by.id]);
        return rows.map((row) => toMapping(row, columns, by));
      })(),
    ),
  save: (importId, { name, isShared, choice: { mapping, ...choice } }, by) =>
    answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        const columns = await columnsOf(tx, importId);
        if (mapping.length !== columns.length) {
          throw new ImportNotReady(`It has ${columns.length} columns, and ${mapping.length} are mapped`);
        }
        if (mapping.every((field) => field === null)) throw new ImportNotReady('No column says anything');
        const fields = columns.map((column, at) => ({
          heading: plainHeading(column),
          field: mapping[at] ?? null,
        }));
        const row = { name, owner_id: by.id, is_shared: isShared, fields, choice };
        const id = await put(tx, row, by);
        return toMapping({ ...row, id, owner_name: by.name }, columns, by);
      }),
    ),
  remove: (id, { isAdmin, ...by }) =>
    answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        const { rows } = await tx.query<Row>('SELECT * FROM import_mappings WHERE id = $1 FOR UPDATE', [id]);
        const [found] = rows;
        const isMine = found?.owner_id === by.id;
        if (!found || !(isMine || found.is_shared)) throw new ImportMappingNotFound(id);
        if (!isMine && !isAdmin) throw new ImportMappingNotYours();
        await tx.query('DELETE FROM import_mappings WHERE id = $1', [id]);
        await postgresAuditLog.append(tx, by, {
          action: 'deleted',
          entity: 'import-mapping',
          entityId: id,
          before: auditedAs(found),
        });
      }),
    ),
});

/** Of somebody whose account is gone nobody is offered what was theirs alone. */
export const forgetMappings = (tx: ClientBase, ownerId: string) =>
  tx.query('DELETE FROM import_mappings WHERE owner_id = $1 AND NOT is_shared', [ownerId]);
