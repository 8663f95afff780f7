import { randomUUID } from 'node:crypto';
import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import { ImportFileUnfit } from '../../domain/import-errors.ts';
import { findDelimiter } from '../../domain/imports/find-delimiter.ts';
import type { ImportSettings } from '../../domain/imports/import-file.ts';
import type { Actor } from '../../usecases/actor.ts';
import { guessFormat } from '../../usecases/imports/import-formats.ts';
import type { ImportReading } from '../../usecases/imports/imports.ts';
import type { ArchiveFiles } from '../../usecases/imports/product-archive.ts';
import type { KeptFile, ReadingOptions, TableFiles } from '../../usecases/imports/table-file.ts';
import { shopCurrency } from '../item-row.ts';
import { keepAsArchive, keepParts, keptArchive, keptFile } from './import-parts.ts';

const sampleRows = 5;
const longestSample = 200;

/** One that broke off is of no use to anybody. */
const dropAbandoned = (pool: Pool) =>
  pool.query(`DELETE FROM imports WHERE state = 'uploading' AND created_at < now() - interval '1 hour'`);

interface Head {
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

/** A workbook has neither, and is told to have what is usual. */
const fullReading = (reading: ImportReading): ReadingOptions =>
  'sheet' in reading ? { encoding: 'utf-8', delimiter: ',', sheet: reading.sheet } : reading;

/** @throws {ImportFileUnfit} */
const readHead = async (files: TableFiles, file: KeptFile, reading: ReadingOptions): Promise<Head> => {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of files.rows(file, reading)) {
    rows.push(cells.map((cell) => cell.slice(0, longestSample)));
    if (rows.length > sampleRows) break;
  }
  const [columns, ...sample] = rows;
  if (!columns) throw new ImportFileUnfit('It has no rows');
  if (columns.length < 2) throw new ImportFileUnfit('It has a single column: is it a table?');
  return { columns: columns.map((column) => column.trim()), sample };
};

const delimiterOf = async (files: TableFiles, file: KeptFile, encoding: string) => {
  const parts: Buffer[] = [];
  for await (const part of file.read(0, 65_536)) parts.push(part);
  return findDelimiter(files.decode(Buffer.concat(parts), encoding));
};

const usual: Omit<ImportSettings, 'format' | 'encoding' | 'delimiter' | 'mapping'> = {
  decimal: 'file',
  currency: shopCurrency,
  brand: '',
  category: '',
  status: 'file',
};

type ReadFile = Head & { settings: ImportSettings };

const readFile = async (files: TableFiles, file: KeptFile, reading: ImportReading): Promise<ReadFile> => {
  const full = fullReading(reading);
  const head = await readHead(files, file, full);
  return { ...head, settings: { ...usual, ...guessFormat(head.columns), ...full } };
};

/** Reads the columns of a kept file, and guesses what they say. @throws {ImportFileUnfit} */
export const readAnew = async (
  pool: Pool,
  files: TableFiles,
  id: string,
  reading: ImportReading,
): Promise<ReadFile> => {
  const file = await keptFile(pool, id);
  const isWorkbook = (await files.sheets(file)) !== undefined;
  if (isWorkbook !== 'sheet' in reading) {
    throw new ImportFileUnfit(isWorkbook ? 'It is a workbook: choose a sheet' : 'It is no workbook');
  }
  return readFile(files, file, reading);
};

/** As many sheets are looked at for a table as are shown to choose from. */
const sheetsAtMost = 50;

/** The first sheet that is a table. @throws {ImportFileUnfit} of the first, where none is */
const readFirstTable = async (
  files: TableFiles,
  file: KeptFile,
  sheets: readonly string[],
): Promise<ReadFile> => {
  let fault: unknown;
  for (const sheet of sheets) {
    try {
      return await readFile(files, file, { sheet });
    } catch (error) {
      if (!(error instanceof ImportFileUnfit)) throw error;
      fault ??= error;
    }
  }
  throw fault;
};

const maxTableBytes = 60_000_000;

/** Keeps what comes; of an archive the table is unpacked, and the rest waits for whoever reads its pictures. */
const keepFile = async (
  pool: Pool,
  { files, archives }: { files: TableFiles; archives: ArchiveFiles },
  id: string,
  file: AsyncIterable<Buffer>,
): Promise<{ bytes: number; encoding: string }> => {
  const keep = async (content: AsyncIterable<Buffer>) => {
    const encodings = files.createEncodingFinder();
    const bytes = await keepParts(pool, id, content, (part) => encodings.see(part));
    return { bytes, encoding: encodings.found() };
  };
  const whole = await keep(file);
  const archive = await archives.open(await keptFile(pool, id));
  if (!archive) {
    if (whole.bytes > maxTableBytes)
      throw new ImportFileUnfit(`A table has ${maxTableBytes / 1_000_000} MB at most: divide it`);
    return whole;
  }
  await keepAsArchive(pool, id);
  const kept = await keptArchive(pool, archives, id);
  if (!kept) return whole;
  const { encoding } = await keep(kept.read(kept.table));
  return { bytes: whole.bytes, encoding };
};

/** Keeps a file as it comes and guesses how it is to be read; answers its id. */
export const uploadImport = async (
  pool: Pool,
  { files, archives }: { files: TableFiles; archives: ArchiveFiles },
  { name, file, by }: { name: string; file: AsyncIterable<Buffer>; by: Actor },
): Promise<string> => {
  const id = randomUUID();
  await dropAbandoned(pool);
  await pool.query('INSERT INTO imports (id, name, actor_id) VALUES ($1, $2, $3)', [id, name, by.id]);
  try {
    const { bytes, encoding } = await keepFile(pool, { files, archives }, id, file);
    const kept = await keptFile(pool, id);
    const sheets = (await files.sheets(kept))?.slice(0, sheetsAtMost);
    const { columns, sample, settings } = sheets
      ? await readFirstTable(files, kept, sheets)
      : await readFile(files, kept, { encoding, delimiter: await delimiterOf(files, kept, encoding) });
    await inTransaction(pool, async (tx) => {
      await tx.query(
        `UPDATE imports SET state = 'uploaded', bytes = $2, settings = $3, columns = $4, sample = $5, sheets = $6
          WHERE id = $1`,
        [
          id,
          bytes,
          JSON.stringify(settings),
          JSON.stringify(columns),
          JSON.stringify(sample),
          sheets ? JSON.stringify(sheets) : null,
        ],
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
