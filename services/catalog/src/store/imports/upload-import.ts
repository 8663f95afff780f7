import { randomUUID } from 'node:crypto';
import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import { ImportFileUnfit } from '../../domain/import-errors.ts';
import { findDelimiter } from '../../domain/imports/find-delimiter.ts';
import type { ImportSettings } from '../../domain/imports/import-file.ts';
import type { Actor } from '../../usecases/actor.ts';
import { guessFormat } from '../../usecases/imports/import-formats.ts';
import type { TableFiles } from '../../usecases/imports/table-file.ts';
import { shopCurrency } from '../item-row.ts';
import { keepParts, readParts } from './import-parts.ts';

const sampleRows = 5;
const longestSample = 200;

/** One that broke off is of no use to anybody. */
const dropAbandoned = (pool: Pool) =>
  pool.query(`DELETE FROM imports WHERE state = 'uploading' AND created_at < now() - interval '1 hour'`);

interface Head {
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

/** @throws {ImportFileUnfit} */
const readHead = async (
  pool: Pool,
  files: TableFiles,
  id: string,
  reading: { encoding: string; delimiter: string },
): Promise<Head> => {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of files.rows(readParts(pool, id), reading)) {
    rows.push(cells.map((cell) => cell.slice(0, longestSample)));
    if (rows.length > sampleRows) break;
  }
  const [columns, ...sample] = rows;
  if (!columns) throw new ImportFileUnfit('It has no rows');
  if (columns.length < 2) throw new ImportFileUnfit('It has a single column: is it a table?');
  return { columns: columns.map((column) => column.trim()), sample };
};

const delimiterOf = async (pool: Pool, files: TableFiles, id: string, encoding: string) => {
  const { rows } = await pool.query<{ content: Buffer }>(
    'SELECT content FROM import_parts WHERE import_id = $1 AND part = 0',
    [id],
  );
  const start = rows[0]?.content.subarray(0, 65_536) ?? Buffer.alloc(0);
  return findDelimiter(files.decode(start, encoding));
};

const usual: Omit<ImportSettings, 'format' | 'encoding' | 'delimiter' | 'mapping'> = {
  decimal: 'file',
  currency: shopCurrency,
  brand: '',
  category: '',
  status: 'file',
};

/** Reads the columns of a kept file, and guesses what they say. @throws {ImportFileUnfit} */
export const readAnew = async (
  pool: Pool,
  files: TableFiles,
  id: string,
  reading: { encoding: string; delimiter: string },
): Promise<Head & { settings: ImportSettings }> => {
  const head = await readHead(pool, files, id, reading);
  return { ...head, settings: { ...usual, ...guessFormat(head.columns), ...reading } };
};

/** Keeps a file as it comes and guesses how it is to be read; answers its id. */
export const uploadImport = async (
  pool: Pool,
  files: TableFiles,
  { name, file, by }: { name: string; file: AsyncIterable<Buffer>; by: Actor },
): Promise<string> => {
  const id = randomUUID();
  await dropAbandoned(pool);
  await pool.query('INSERT INTO imports (id, name, actor_id) VALUES ($1, $2, $3)', [id, name, by.id]);
  try {
    const encodings = files.createEncodingFinder();
    const bytes = await keepParts(pool, id, file, (part) => encodings.see(part));
    const encoding = encodings.found();
    const delimiter = await delimiterOf(pool, files, id, encoding);
    const { columns, sample, settings } = await readAnew(pool, files, id, { encoding, delimiter });
    await inTransaction(pool, async (tx) => {
      await tx.query(
        `UPDATE imports SET state = 'uploaded', bytes = $2, settings = $3, columns = $4, sample = $5 WHERE id = $1`,
        [id, bytes, JSON.stringify(settings), JSON.stringify(columns), JSON.stringify(sample)],
      );
      await postgresAuditLog.append(tx, by, {
        action: 'uploaded',
        entity: 'import',
        entityId: id,
        after: { name, bytes, format: settings.format },
      });
    });
    return id;
  } catch (error) {
    await pool.query('DELETE FROM imports WHERE id = $1', [id]);
    throw error;
  }
};
