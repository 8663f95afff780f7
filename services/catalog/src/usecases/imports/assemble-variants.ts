import { productCells as forms } from '@quayside/contracts';
import { z } from 'zod';
import type { ImportRow } from '../../domain/imports/import-file.ts';
import { slugFrom } from '../../domain/imports/slug-from.ts';
import type { WantedVariant } from '../../domain/imports/wanted-product.ts';
import { archivedPicture } from './product-archive.ts';
import type { Cell, ProductCells } from './product-cells.ts';
import type { VariantOptions } from './variant-options.ts';
import { pricesIn, type ReadingRules } from './variant-prices.ts';
import { yesOrNo } from './yes-or-no.ts';

const maxStock = 1_000_000_000;

const wholeNumber = (cells: ProductCells, cell: Cell | undefined, schema: z.ZodType<number>) => {
  if (!cell) return undefined;
  const whole = cell.value.replace(/[.,]0+$/, '');
  if (!/^-?\d{1,12}$/.test(whole)) {
    return cells.refuse(cell, 'number-unfit', `"${cell.value.slice(0, 40)}" is no whole number`);
  }
  return cells.read(schema, cell, Number(whole));
};

/** Less than none is on no shelf: shops that sell ahead of their stock write it. */
const stockSchema = z
  .int()
  .max(maxStock)
  .transform((stock) => Math.max(0, stock));

const gramsIn: Readonly<Record<string, number>> = {
  g: 1,
  kg: 1000,
  lb: 453.592_37,
  lbs: 453.592_37,
  oz: 28.349_523_125,
};

/** Nothing, and zero: nobody weighed it. */
const weightIn = (cells: ProductCells, row: ImportRow): number | undefined => {
  const field = cells.fields.find((one) => /^weight(-grams|:|$)/.test(one));
  const cell = field === undefined ? undefined : cells.cellIn(row, field);
  if (!cell || !field) return undefined;
  const [, figure = '', written = ''] = /^(\d+(?:[.,]\d+)?)\s*([a-z]*)$/i.exec(cell.value) ?? [];
  const unit = written.toLowerCase() || field.split(':')[1] || (field === 'weight' ? 'kg' : 'g');
  const grams = Number(figure.replace(',', '.')) * (gramsIn[unit] ?? Number.NaN);
  if (figure === '' || Number.isNaN(grams)) {
    return cells.refuse(cell, 'number-unfit', `"${cell.value.slice(0, 40)}" is no weight`);
  }
  return grams === 0 ? undefined : cells.read(forms.weightGrams, cell, Math.max(1, Math.round(grams)));
};

const activeIn = (cells: ProductCells, row: ImportRow): boolean | undefined => {
  const cell = cells.cellIn(row, 'active');
  if (!cell) return undefined;
  const said = yesOrNo(cell.value);
  if (said === undefined) return cells.refuse(cell, 'cell-unfit', 'It has to be yes or no');
  return said === 'yes';
};

/** In the form that the shop has for them: capital letters, no spaces. */
const skuForm = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9._/-]+/g, '-');

/** Spreadsheets keep zeros before a number where an apostrophe stands before it. */
const withoutApostrophe = (text: string): string => text.replace(/^'/, '');

const skuIn = (cells: ProductCells, row: ImportRow, slug: string, values: readonly string[]) => {
  const cell = cells.cellIn(row, 'sku');
  if (cell) return cells.read(forms.sku, cell, skuForm(withoutApostrophe(cell.value)));
  // The same each time, so that a second import of the file finds it.
  return slugFrom([slug, ...values].join(' '), 64).toUpperCase();
};

const telling = ['sku', 'option1-value', 'stock', 'barcode'];

/** Whether a row tells of a variant, and not only of one more picture, or of what variations have in common. */
export const tellsOfVariant = (cells: ProductCells, row: ImportRow): boolean => {
  const type = cells.cellIn(row, 'row-type');
  if (type) return !type.value.startsWith('variable');
  return (
    telling.some((field) => cells.cellIn(row, field)) ||
    cells.fields.some((field) => /^price(:|$)/.test(field) && cells.cellIn(row, field))
  );
};

const pictureIn = (cells: ProductCells, row: ImportRow): string | undefined => {
  const isVariation = cells.cellIn(row, 'row-type')?.value === 'variation';
  return (cells.cellIn(row, 'variant-picture') ?? (isVariation ? cells.cellIn(row, 'pictures') : undefined))
    ?.value;
};

/** What it is written as where the picture is wanted. */
const pictureAt = (text: string | undefined, { pictureNamed }: ReadingRules): string | undefined => {
  if (text === undefined || /^(https?:\/\/|\/api\/)/.test(text)) return text;
  const entry = pictureNamed?.(text);
  return entry === undefined ? undefined : archivedPicture(entry);
};

export const variantsIn = (
  cells: ProductCells,
  rows: readonly ImportRow[],
  { slug, options, rules }: { slug: string; options: VariantOptions | undefined; rules: ReadingRules },
): WantedVariant[] =>
  rows.flatMap((row): WantedVariant[] => {
    const values = options?.valuesOf(row) ?? [];
    const sku = skuIn(cells, row, slug, values);
    const code = cells.cellIn(row, 'barcode');
    const barcode = cells.read(forms.barcode, code, withoutApostrophe(code?.value ?? '').toUpperCase());
    const prices = pricesIn(cells, row, rules);
    const weightGrams = weightIn(cells, row);
    const stock = wholeNumber(cells, cells.cellIn(row, 'stock'), stockSchema);
    const active = activeIn(cells, row);
    const picture = pictureAt(pictureIn(cells, row), rules);
    if (sku === undefined) return [];
    return [
      {
        sku,
        row: row.row,
        ...(options && { optionValues: values }),
        ...(barcode !== undefined && { barcode }),
        ...(prices.length > 0 && { prices }),
        ...(weightGrams !== undefined && { weightGrams }),
        ...(stock !== undefined && { stock }),
        ...(active !== undefined && { active }),
        ...(picture !== undefined && { picture }),
      },
    ];
  });
