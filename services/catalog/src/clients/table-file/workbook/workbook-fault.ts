import { ImportFileUnfit } from '../../../domain/import-errors.ts';

/** What somebody is told whose workbook cannot be read, whatever it is that is broken in it. */
export const brokenWorkbook = (cause: unknown): ImportFileUnfit =>
  new ImportFileUnfit('The workbook is broken: open it in a spreadsheet, save it anew, and upload that', {
    cause,
  });
