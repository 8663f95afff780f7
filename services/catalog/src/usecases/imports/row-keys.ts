import { decimalSignOf, type DecimalSign } from '../../domain/imports/read-amount.ts';
import type { ImportSettings } from '../../domain/imports/import-file.ts';

const cellOf = (cells: readonly string[], mapping: ImportSettings['mapping'], field: string): string => {
  const column = mapping.indexOf(field);
  return column === -1 ? '' : (cells[column] ?? '').trim();
};

/** Tells of each row, in their order, which product it belongs to: one that does not say so goes on with that before it. */
export const createRowKeys = ({ mapping }: ImportSettings): ((cells: readonly string[]) => string) => {
  let last = '';
  return (cells) => {
    const key = cellOf(cells, mapping, 'handle') || cellOf(cells, mapping, 'name');
    if (key !== '') last = key.slice(0, 300).toLowerCase();
    return last;
  };
};

/** What the prices of a row show of the decimal sign. */
export const signsIn = (cells: readonly string[], mapping: ImportSettings['mapping']): DecimalSign[] =>
  mapping.flatMap((field, column) => {
    if (!field || !/^(price|compare-at)(:|$)/.test(field)) return [];
    return decimalSignOf(cells[column] ?? '') ?? [];
  });
