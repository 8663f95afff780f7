import { ImportFileUnfit } from '../../../domain/import-errors.ts';
import type { XmlFaults } from '../read-xml.ts';

/** What somebody is told whose workbook cannot be read, whatever it is that is broken in it. */
export const brokenWorkbook = (cause: unknown): ImportFileUnfit =>
  new ImportFileUnfit('The workbook is broken: open it in a spreadsheet, save it anew, and upload that', {
    cause,
  });

export const workbookFaults: XmlFaults = {
  documentType: 'The workbook has a document type, as no spreadsheet writes it',
  broken: brokenWorkbook,
};
