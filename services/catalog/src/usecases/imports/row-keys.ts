import type { ImportSettings } from '../../domain/imports/import-file.ts';
import { decimalSignOf, type DecimalSign } from '../../domain/imports/read-amount.ts';

type KeyOf = (cells: readonly string[]) => string;

const longestKey = 300;

/** Variations name their parent by its SKU, or by its number where it has none. */
const byParent = (cellOf: (cells: readonly string[], field: string) => string): KeyOf => {
  const known = new Map<string, string>();
  return (cells) => {
    const [parent, number, sku] = ['parent', 'row-id', 'sku'].map((field) =>
      cellOf(cells, field).toLowerCase(),
    );
    if (parent) return known.get(parent) ?? parent;
    const own = sku || `id:${number ?? ''}`;
    if (number) known.set(`id:${number}`, own);
    return own;
  };
};

/** Tells of each row, in their order, which product it belongs to. */
export const createRowKeys = ({ mapping }: Pick<ImportSettings, 'mapping'>): KeyOf => {
  const cellOf = (cells: readonly string[], field: string): string => {
    const column = mapping.indexOf(field);
    return column === -1 ? '' : (cells[column] ?? '').trim();
  };
  if (mapping.includes('parent')) return byParent(cellOf);
  let last = '';
  // One that does not say so goes on with the row before it.
  return (cells) => {
    const key = cellOf(cells, 'group') || cellOf(cells, 'handle') || cellOf(cells, 'name');
    const own = mapping.includes('group') && !cellOf(cells, 'group') ? cellOf(cells, 'sku') || key : key;
    if (own !== '') last = own.slice(0, longestKey).toLowerCase();
    return last;
  };
};

/** What the prices of a row show of the decimal sign. */
export const signsIn = (cells: readonly string[], mapping: ImportSettings['mapping']): DecimalSign[] =>
  mapping.flatMap((field, column) => {
    if (!field || !/^(price|sale-price|compare-at)(:|$)/.test(field)) return [];
    return decimalSignOf(cells[column] ?? '') ?? [];
  });
