import { ImportFileUnfit } from '../../../domain/import-errors.ts';
import type { ImportRow } from '../../../domain/imports/import-file.ts';
import type { KeptFile } from '../../../usecases/imports/table-file.ts';
import { beginsAsZip, requireWorkbook } from './kind-of-file.ts';
import { openZip } from './open-zip.ts';
import { sheetRows } from './sheet-rows.ts';
import { readNumberForms, readSharedTexts, readWorkbook } from './workbook-parts.ts';

/** The sheets of a workbook that somebody sees, in their order; undefined where a file is none. @throws {ImportFileUnfit} */
export const workbookSheets = async (file: KeptFile): Promise<readonly string[] | undefined> => {
  if (!(await beginsAsZip(file))) return undefined;
  const zip = await openZip(file);
  await requireWorkbook(zip);
  return [...(await readWorkbook(zip)).sheets.keys()];
};

/** @throws {ImportFileUnfit} */
export async function* workbookRows(file: KeptFile, sheet: string): AsyncGenerator<ImportRow> {
  const zip = await openZip(file);
  const { sheets, is1904, sharedTexts, styles } = await readWorkbook(zip);
  const document = sheets.get(sheet);
  if (document === undefined) throw new ImportFileUnfit(`The workbook has no sheet ${sheet}`);
  const forms = await readNumberForms(zip, styles);
  const texts = await readSharedTexts(zip, sharedTexts);
  yield* sheetRows(zip.read(document), { texts, forms, is1904 });
}
