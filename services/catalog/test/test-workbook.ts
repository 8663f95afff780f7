import { buffer } from 'node:stream/consumers';
import { type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** An archive of these entries. */
export const archive = async (entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream as Readable);
};

const relationships = (types: Readonly<Record<string, string>>): string =>
  `<Relationships>${Object.entries(types)
    .map(
      ([target, type], at) => `<Relationship Id="rId${at + 1}" Type="http://x/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

interface Book {
  /** By their names: what stands between the tags of `sheetData`. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  readonly texts?: string;
  readonly styles?: string;
  readonly is1904?: boolean;
}

/** A workbook as a spreadsheet would write it, or nearly so. */
export const workbookParts = ({
  sheets,
  hidden = [],
  texts = '<sst/>',
  styles = '<styleSheet/>',
  is1904 = false,
}: Book): Record<string, string> => {
  const names = Object.keys(sheets);
  const files = names.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships({ 'xl/workbook.xml': 'officeDocument' }),
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${Number(is1904)}"/><sheets>${names
      .map(
        (name, at) =>
          `<sheet name="${name}" r:id="rId${at + 1}" state="${hidden.includes(name) ? 'hidden' : 'visible'}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      ...Object.fromEntries(files.map((file) => [file, 'worksheet'])),
      'sharedStrings.xml': 'sharedStrings',
      'styles.xml': 'styles',
    }),
    'xl/sharedStrings.xml': texts,
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`,
      ]),
    ),
  };
};

export const workbook = (book: Book): Promise<Buffer> => archive(workbookParts(book));

/** A cell with a text. */
export const textCell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

/** Rows of texts. */
export const textRows = (...rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `<row>${cells.map(textCell).join('')}</row>`).join('');
