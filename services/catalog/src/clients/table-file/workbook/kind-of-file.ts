import { ImportFileUnfit } from '../../../domain/import-errors.ts';
import type { KeptFile } from '../../../usecases/imports/table-file.ts';
import type { OpenZip } from './open-zip.ts';

const zipStart = Buffer.from('PK\u{3}\u{4}', 'latin1');
const compoundStart = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** How a compound file names what a password protects. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');

const startOf = async (file: KeptFile, bytes: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of file.read(0, Math.min(bytes, file.bytes))) parts.push(part);
  return Buffer.concat(parts);
};

const holds = async (file: KeptFile, wanted: Buffer): Promise<boolean> => {
  let rest = Buffer.alloc(0);
  for await (const part of file.read(0, file.bytes)) {
    const seen = Buffer.concat([rest, part]);
    if (seen.includes(wanted)) return true;
    rest = seen.subarray(Math.max(0, seen.length - wanted.length));
  }
  return false;
};

/** Whether a file begins as a workbook does. @throws {ImportFileUnfit} for those of other programs */
export const beginsAsZip = async (file: KeptFile): Promise<boolean> => {
  const start = await startOf(file, 8);
  if (start.equals(compoundStart)) {
    throw new ImportFileUnfit(
      (await holds(file, encrypted))
        ? 'The workbook is protected by a password: save it without one'
        : 'This is a workbook of the old kind (.xls): save it as .xlsx or as CSV',
    );
  }
  if (start.subarray(0, 5).toString('latin1') === '%PDF-') {
    throw new ImportFileUnfit('This is a PDF: upload the table that it was made from');
  }
  return start.subarray(0, 4).equals(zipStart);
};

const isOpenDocument = (zip: OpenZip): boolean => zip.has('mimetype') && zip.has('content.xml');
const isOfNumbers = (zip: OpenZip): boolean =>
  zip.names().some((name) => name.startsWith('Index/') && name.endsWith('.iwa'));

/** Whether an archive is how a program keeps its own documents. */
export const isOfAnotherProgram = (zip: OpenZip): boolean =>
  zip.has('[Content_Types].xml') || isOpenDocument(zip) || isOfNumbers(zip);

/** @throws {ImportFileUnfit} for an archive of another program, or of files */
export const requireWorkbook = async (zip: OpenZip): Promise<void> => {
  if (zip.has('xl/workbook.bin')) {
    throw new ImportFileUnfit('This is a binary workbook (.xlsb): save it as .xlsx or as CSV');
  }
  if (isOpenDocument(zip)) {
    throw new ImportFileUnfit('This is an OpenDocument file (.ods): save it as .xlsx or as CSV');
  }
  if (isOfNumbers(zip)) {
    throw new ImportFileUnfit('This is a file of Numbers: export it as .xlsx or as CSV');
  }
  if (!zip.has('[Content_Types].xml')) {
    throw new ImportFileUnfit('This is an archive, and no table: unpack it, and upload the table');
  }
};
