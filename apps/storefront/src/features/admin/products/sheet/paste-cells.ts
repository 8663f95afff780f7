import type { FormValues } from '../../form/form-values.ts';
import { cellOf } from '../product-values.ts';

/** What a spreadsheet puts on the clipboard: lines of cells with tabs between them. */
const cellsIn = (text: string): string[][] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));

/** Whether a text is more than one cell. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.trim());

/**
 * Puts a block of cells into the sheet, from one cell on to the right and down. What would stand beyond the last row
 * or column is left out, and counted.
 */
export const pasteCells = (
  values: FormValues,
  text: string,
  sheet: { rows: readonly string[]; columns: readonly string[]; row: string; column: string },
): { values: FormValues; leftOut: number } => {
  const [fromRow, fromColumn] = [sheet.rows.indexOf(sheet.row), sheet.columns.indexOf(sheet.column)];
  let leftOut = 0;
  const pasted = cellsIn(text).flatMap((line, down) =>
    line.flatMap((cell, right): [string, string][] => {
      const [row, column] = [sheet.rows[fromRow + down], sheet.columns[fromColumn + right]];
      if (row !== undefined && column !== undefined) return [[cellOf(row, column), cell]];
      leftOut += 1;
      return [];
    }),
  );
  return { values: { ...values, ...Object.fromEntries(pasted) }, leftOut };
};
