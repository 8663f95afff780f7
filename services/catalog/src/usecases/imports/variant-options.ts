import { productCells as forms } from '@quayside/contracts';
import type { ImportRow } from '../../domain/imports/import-file.ts';
import type { ProductCells } from './product-cells.ts';

export interface VariantOptions {
  readonly names: readonly string[];
  valuesOf(row: ImportRow): string[];
}

const none: VariantOptions = { names: [], valuesOf: () => [] };
const maxOptions = 3;

const firstIn = (cells: ProductCells, rows: readonly ImportRow[], field: string) =>
  rows.map((row) => cells.cellIn(row, field)).find((cell) => cell !== undefined);

/** Shopify's words for a product that has no options. */
const isNoOption = (name: string | undefined, value: string | undefined): boolean =>
  name?.toLowerCase() === 'title' && value?.toLowerCase() === 'default title';

/** A column for the name and one for the value of each. */
const numbered = (cells: ProductCells, rows: readonly ImportRow[]): VariantOptions => {
  const [name, value] = [firstIn(cells, rows, 'option1-name'), firstIn(cells, rows, 'option1-value')];
  if (isNoOption(name?.value, value?.value)) return none;
  const found = [1, 2, 3].flatMap((number) => {
    const read = cells.read(forms.optionName, firstIn(cells, rows, `option${number}-name`));
    return read === undefined ? [] : [{ name: read, number }];
  });
  return {
    names: found.map((one) => one.name),
    valuesOf: (row) =>
      found.flatMap(
        ({ number }) => cells.read(forms.optionValue, cells.cellIn(row, `option${number}-value`)) ?? [],
      ),
  };
};

const pieces = (text: string): string[] =>
  text
    .split('|')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** All names in one cell, and all values. */
const piped = (cells: ProductCells, rows: readonly ImportRow[]): VariantOptions => {
  const cell = firstIn(cells, rows, 'option-names');
  if (!cell) return none;
  return {
    // Behind a colon stands what its shop calls it among itself: `size:shoe-size`.
    names: pieces(cell.value).flatMap((name) => cells.read(forms.optionName, cell, name.split(':')[0]) ?? []),
    valuesOf: (row) => {
      const values = cells.cellIn(row, 'option-values');
      return pieces(values?.value ?? '').flatMap(
        (value) => cells.read(forms.optionValue, values, value) ?? [],
      );
    },
  };
};

/** A column for each option: those that tell the rows of a product apart. */
const byColumn = (cells: ProductCells, rows: readonly ImportRow[]): VariantOptions => {
  if (rows.length < 2) return none;
  const fields = cells.fields
    .filter((field) => field.startsWith('option:'))
    .filter((field) => {
      const values = rows.map((row) => cells.cellIn(row, field)?.value);
      return values.every((value) => value !== undefined) && new Set(values).size > 1;
    })
    .slice(0, maxOptions);
  return {
    names: fields.map((field) => field.slice('option:'.length)),
    valuesOf: (row) =>
      fields.flatMap((field) => cells.read(forms.optionValue, cells.cellIn(row, field)) ?? []),
  };
};

/** What the rows of variants say of options; undefined where the file has no columns for them. */
export const optionsIn = (cells: ProductCells, rows: readonly ImportRow[]): VariantOptions | undefined => {
  // Of a product of WooCommerce that has no variations they describe it, and are no choice.
  if (cells.has('row-type')) {
    const variations = rows.filter((row) => cells.cellIn(row, 'row-type')?.value === 'variation');
    return variations.length === 0 ? none : numbered(cells, variations);
  }
  if (cells.has('option-names')) return piped(cells, rows);
  if (cells.has('option1-name')) return numbered(cells, rows);
  return cells.fields.some((field) => field.startsWith('option:')) ? byColumn(cells, rows) : undefined;
};
