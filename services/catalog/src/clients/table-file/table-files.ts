import { maxImportColumns } from '@quayside/contracts';
import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { ImportFileUnfit } from '../../domain/import-errors.ts';
import type { ImportRow } from '../../domain/imports/import-file.ts';
import type { KeptFile, ReadingOptions, TableFiles } from '../../usecases/imports/table-file.ts';
import { createEncodingFinder } from './find-encoding.ts';
import { feedRows, feedSheets } from './feed/feed-files.ts';
import { workbookRows, workbookSheets } from './workbook/workbook-files.ts';

/** A record longer than this is a quote that nobody closed. */
const maxRecord = 1_000_000;

async function* decoded(parts: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  // A database keeps no NUL; another control character in its place is refused where no control character may be.
  for await (const part of parts) yield decoder.decode(part, { stream: true }).replaceAll('\0', '\u{1}');
  yield decoder.decode();
}

const wordsOf = ({ code, message }: CsvError): string => {
  switch (code) {
    case 'CSV_MAX_RECORD_SIZE':
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'A quote is opened and never closed';
    default:
      return message;
  }
};

const unfit = (error: unknown): unknown =>
  error instanceof CsvError ? new ImportFileUnfit(wordsOf(error), { cause: error }) : error;

async function* csvRows(file: KeptFile, { encoding, delimiter }: ReadingOptions): AsyncGenerator<ImportRow> {
  const parser = Readable.from(decoded(file.read(0, file.bytes), encoding)).compose<ReturnType<typeof parse>>(
    parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      // Some pad their cells with blanks, those in quotes too; a tab is one, and may be the delimiter.
      trim: delimiter !== '\t',
      max_record_size: maxRecord,
    }),
  );
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.length > maxImportColumns) {
        throw new ImportFileUnfit(
          `Row ${row} has ${cells.length} columns, and ${maxImportColumns} at most are taken`,
        );
      }
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
    }
  } catch (error) {
    throw unfit(error);
  }
}

export const tableFiles: TableFiles = {
  createEncodingFinder,
  decode: (start, encoding) => new TextDecoder(encoding).decode(start, { stream: true }),
  sheets: async (file) => (await workbookSheets(file)) ?? feedSheets(file),
  rows: async function* (file, options) {
    if (options.sheet === undefined) yield* csvRows(file, options);
    else if ((await feedSheets(file)) !== undefined) yield* feedRows(file);
    else yield* workbookRows(file, options.sheet);
  },
};
