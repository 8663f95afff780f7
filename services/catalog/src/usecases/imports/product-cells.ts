import type { z } from 'zod';
import type { CellFault, ImportRow, ImportSettings } from '../../domain/imports/import-file.ts';

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

/** As much of a cell as a list of faults shows. */
const shown = 200;

interface Place {
  readonly row: number;
  readonly column: number | null;
  readonly value: string;
}

/** The export puts one before what a spreadsheet would take for a formula. */
const guarded = /^'+[=+\-@\t\r]/;
const unguarded = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);

/** What spreadsheets show of a formula that has no value. */
const withoutValue = new Set(
  '#N/A #REF! #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #GETTING_DATA'.split(' '),
);

const wordsOf = ({ issues: [issue] }: z.core.$ZodError, value: string): string => {
  if (issue?.code === 'too_big' && issue.origin === 'string') {
    return `${value.length} characters, and ${issue.maximum} at most are taken`;
  }
  return issue?.message ?? 'It is not of the right form';
};

/** The cells of a product's rows, by what their columns say. */
export const createProductCells = (
  rows: readonly ImportRow[],
  { mapping, sheet }: Pick<ImportSettings, 'mapping' | 'sheet'>,
) => {
  // In a workbook a text is one, and needs nothing before it.
  const asWritten = sheet === undefined ? unguarded : (cell: string) => cell;
  const faults: CellFault[] = [];
  const columns = new Map<string, number[]>();
  for (const [column, field] of mapping.entries()) {
    if (field !== null) columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  const cellsIn = ({ row, cells }: ImportRow, field: string): Cell[] =>
    (columns.get(field) ?? []).flatMap((column) => {
      const value = asWritten((cells[column] ?? '').trim());
      return value === '' || withoutValue.has(value) ? [] : [{ row, column, value }];
    });
  const tell = ({ row, column, value }: Place, code: string, detail: string, blocks: boolean) =>
    faults.push({ row, column, value: value.slice(0, shown), code, detail, blocks });
  /** Keeps the product from being imported. */
  const refuse = (place: Place, code: string, detail: string): undefined => {
    tell(place, code, detail, true);
  };
  for (const { row, cells } of rows) {
    for (const column of [...columns.values()].flat()) {
      const value = cells[column]?.trim() ?? '';
      if (!withoutValue.has(value)) continue;
      refuse({ row, column, value }, 'formula-without-value', 'It is a formula that has no value');
    }
  }
  return {
    faults,
    refuse,
    /** Does not. */
    note: (place: Place, code: string, detail: string) => tell(place, code, detail, false),
    fields: [...columns.keys()],
    /** Null where no column says it. */
    columnOf: (field: string): number | null => columns.get(field)?.[0] ?? null,
    has: (field: string): boolean => columns.has(field),
    cellsIn,
    cellIn: (row: ImportRow, field: string): Cell | undefined => cellsIn(row, field)[0],
    /** That of the first row which says it. */
    first: (field: string): Cell | undefined => {
      for (const row of rows) {
        const [cell] = cellsIn(row, field);
        if (cell) return cell;
      }
      return undefined;
    },
    /** What a cell says, as an editor would have to say it; undefined where it says nothing or is at fault. */
    read: <T>(schema: z.ZodType<T>, cell: Cell | undefined, value: unknown = cell?.value): T | undefined => {
      if (!cell) return undefined;
      if (cell.value.includes('\u{FFFD}')) {
        return refuse(cell, 'text-broken', 'It has signs that the encoding does not know: try another one');
      }
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      return refuse(cell, 'cell-unfit', wordsOf(result.error, cell.value));
    },
  };
};
export type ProductCells = ReturnType<typeof createProductCells>;
