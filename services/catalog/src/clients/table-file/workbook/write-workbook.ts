import { Readable } from 'node:stream';
import escapeHtml from 'escape-html';
import { ZipFile } from 'yazl';
import type { WriteWorkbook } from '../../../usecases/imports/write-workbook.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** XML has no place for some characters, and would make a line feed of a carriage return. */
const xmlText = (text: string): string =>
  escapeHtml(
    text
      .replaceAll(/_x[0-9A-Fa-f]{4}_/g, (escaped) => `_x005F${escaped}`)
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- those are what it is about
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (sign) => {
        const code = sign.codePointAt(0) ?? 0;
        return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
      }),
  );

/** Texts are written as texts, so that none is taken for a formula or a number. */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  if (value === '') return '<c/>';
  return `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
};

async function* sheetXml(rows: AsyncIterable<readonly (string | number)[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>',
  );
  for await (const cells of rows) yield Buffer.from(`<row>${cells.map(cell).join('')}</row>`);
  yield Buffer.from('</sheetData></worksheet>');
}

const staticParts = (sheet: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml':
    `${head}<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
  '_rels/.rels':
    `${head}<Relationships xmlns="${packaged}/relationships">` +
    `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
    `<sheet name="${xmlText(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `${head}<Relationships xmlns="${packaged}/relationships">` +
    `<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
});

/** Packs rows as they come; nothing of them stays in memory. */
export const writeWorkbook: WriteWorkbook = (sheet, rows) => {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(staticParts(sheet))) zip.addBuffer(Buffer.from(text), name);
  const output = new Readable().wrap(zip.outputStream);
  zip.on('error', (error: Error) => output.destroy(error));
  zip.addReadStream(Readable.from(sheetXml(rows)), 'xl/worksheets/sheet1.xml');
  zip.end();
  return output;
};
