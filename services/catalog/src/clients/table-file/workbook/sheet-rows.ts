import { maxImportColumns } from '@quayside/contracts';
import { ImportFileUnfit } from '../../../domain/import-errors.ts';
import type { ImportRow } from '../../../domain/imports/import-file.ts';
import { columnOf, numberText, unescaped, type NumberForm } from './cell-text.ts';
import { readXml, type XmlListener } from '../read-xml.ts';
import { workbookFaults } from './workbook-fault.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly texts: readonly string[];
  readonly forms: readonly NumberForm[];
  readonly is1904: boolean;
}

const maxCells = 8_000_000;
/** As of a record of a file of text. */
const maxCharacters = 1_000_000;
const usualForm: NumberForm = { kind: 'number' };

/** A formula whose value nobody calculated; spreadsheets write the same. */
const notCalculated = '#CALC!';

interface CellInHand {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string;
}

const textOf = ({ type, style, value, hasFormula }: CellInHand, context: SheetContext): string => {
  if (hasFormula && value === '' && type !== 'str') return notCalculated;
  switch (type) {
    case 's':
      return context.texts[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'str':
    case 'inlineStr':
      return unescaped(value);
    case 'n':
      return value === '' ? '' : numberText(value, context.forms[style] ?? usualForm, context.is1904);
    default:
      return value;
  }
};

const lastRow = 1_048_576;

/** Rows have numbers that rise, or none. */
const rowAfter = (before: number, written: string | undefined): number => {
  const row = Number(written);
  return Number.isSafeInteger(row) && row > before && row <= lastRow ? row : before + 1;
};

/** Makes rows of what a sheet's document tells; those that are whole are taken from `done`. */
const createRowMaker = (context: SheetContext): XmlListener & { done: ImportRow[] } => {
  let row = 0;
  let cells: string[] = [];
  let count = 0;
  let next = 0;
  let cell: CellInHand | undefined;
  let isValue = false;
  let isSound = false;
  const maker = {
    done: [] as ImportRow[],
    open: (tag: string, attributes: Readonly<Record<string, string>>): void => {
      if (tag === 'row') {
        row = rowAfter(row, attributes['r']);
        cells = [];
        next = 0;
      } else if (tag === 'c') {
        count += 1;
        if (count > maxCells) throw new ImportFileUnfit(`The sheet has more than ${maxCells} cells`);
        const column = columnOf(attributes['r'] ?? '') ?? next;
        next = column + 1;
        cell = {
          column,
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          hasFormula: false,
          value: '',
        };
      } else if (tag === 'f' && cell) cell.hasFormula = true;
      else if (tag === 'rPh') isSound = true;
      isValue = (tag === 'v' || tag === 't') && !isSound;
    },
    text: (more: string): void => {
      if (!isValue || !cell) return;
      cell.value += more;
      if (cell.value.length > maxCharacters) throw new ImportFileUnfit('A cell of the sheet is too long');
    },
    close: (tag: string): void => {
      isValue = false;
      if (tag === 'rPh') isSound = false;
      if (tag === 'c' && cell) {
        const text = textOf(cell, context).trim();
        if (text !== '') {
          if (cell.column >= maxImportColumns) {
            throw new ImportFileUnfit(
              `Row ${row} has ${cell.column + 1} columns, and ${maxImportColumns} at most are taken`,
            );
          }
          cells[cell.column] = text;
        }
        cell = undefined;
      } else if (tag === 'row' && cells.length > 0) {
        maker.done.push({ row, cells: Array.from(cells, (text) => text ?? '') });
        cells = [];
      }
    },
  };
  return maker;
};

/** Row after row of a sheet's document; empty ones are left out. @throws {ImportFileUnfit} */
export async function* sheetRows(
  document: AsyncIterable<Buffer>,
  context: SheetContext,
): AsyncGenerator<ImportRow> {
  const maker = createRowMaker(context);
  for await (const _ of readXml(document, workbookFaults, maker)) {
    yield* maker.done;
    maker.done = [];
  }
  yield* maker.done;
}
