import { productCells as forms } from '@quayside/contracts';
import { z } from 'zod';
import { readAmount, type DecimalSign } from '../../domain/imports/read-amount.ts';
import type { ImportRow, ImportSettings } from '../../domain/imports/import-file.ts';
import type { WantedPrice, WantedVariant } from '../../domain/imports/wanted-product.ts';
import { slugFrom } from '../../domain/imports/slug-from.ts';
import { yesOrNo, type YesOrNo } from './yes-or-no.ts';
import type { Cell, ProductCells } from './product-cells.ts';

export interface ReadingRules {
  readonly settings: ImportSettings;
  readonly sign: DecimalSign | undefined;
}

const optionNumbers = [1, 2, 3] as const;
const maxStock = 1_000_000_000;

const amountIn = (
  cells: ProductCells,
  cell: Cell | undefined,
  currency: string,
  sign: DecimalSign | undefined,
): number | undefined => {
  if (!cell) return undefined;
  const read = readAmount(cell.value, currency, sign);
  if ('code' in read) return cells.refuse(cell, read.code, read.detail);
  return read.amount;
};

const pricesIn = (cells: ProductCells, row: ImportRow, { settings, sign }: ReadingRules): WantedPrice[] => {
  const fields = cells.fields.filter((field) => /^price(:|$)/.test(field));
  return fields.flatMap((field) => {
    const suffix = field.slice('price'.length);
    const currency = suffix === '' ? settings.currency : suffix.slice(1);
    const cell = cells.cellIn(row, field);
    const amount = amountIn(cells, cell, currency, sign);
    if (!cell || amount === undefined) return [];
    const fit = cells.read(forms.amount, cell, amount);
    const before = amountIn(cells, cells.cellIn(row, `compare-at${suffix}`), currency, sign);
    // Shops write the same price, or nothing at all, where there is no earlier one.
    const compareAt = before !== undefined && before > amount ? before : null;
    return fit === undefined ? [] : [{ currency, amount: fit, compareAt }];
  });
};

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

/** Zero grams: nobody weighed it. */
const weightIn = (cells: ProductCells, row: ImportRow) => {
  const cell = cells.cellIn(row, 'weight-grams');
  return cell && /^0+([.,]0+)?$/.test(cell.value) ? undefined : wholeNumber(cells, cell, forms.weightGrams);
};

const activeIn = (cells: ProductCells, row: ImportRow): boolean | undefined => {
  const cell = cells.cellIn(row, 'active');
  if (!cell) return undefined;
  const said: YesOrNo | undefined = yesOrNo(cell.value);
  if (said === undefined) return cells.refuse(cell, 'cell-unfit', 'It has to be yes or no');
  return said === 'yes';
};

/** In the form that the shop has for them: capital letters, no spaces. */
const skuForm = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replaceAll(/\s+/g, '-')
    .replaceAll(/[^A-Z0-9._/-]/g, '-');

const skuIn = (cells: ProductCells, row: ImportRow, slug: string, values: readonly string[]) => {
  const cell = cells.cellIn(row, 'sku');
  if (cell) return cells.read(forms.sku, cell, skuForm(cell.value.replace(/^'/, '')));
  // The same each time, so that a second import of the file finds it.
  return slugFrom([slug, ...values].join(' '), 64).toUpperCase();
};

/** Whether a row tells of a variant, and not only of one more picture. */
const tellsOfVariant = (cells: ProductCells, row: ImportRow): boolean =>
  ['sku', 'price', 'option1-value', 'stock', 'barcode'].some((field) => cells.cellIn(row, field)) ||
  cells.fields.some((field) => field.startsWith('price:') && cells.cellIn(row, field));

/** Shopify's words for a product that has no options. */
const isNoOption = (name: string | undefined, value: string | undefined): boolean =>
  name?.toLowerCase() === 'title' && value?.toLowerCase() === 'default title';

export const optionsIn = (cells: ProductCells): readonly string[] | undefined => {
  if (!cells.has('option1-name')) return undefined;
  const [name, value] = [cells.first('option1-name'), cells.first('option1-value')];
  if (isNoOption(name?.value, value?.value)) return [];
  return optionNumbers.flatMap((number) => {
    const cell = cells.first(`option${number}-name`);
    return cells.read(forms.optionName, cell) ?? [];
  });
};

export const variantsIn = (
  cells: ProductCells,
  rows: readonly ImportRow[],
  { slug, options, rules }: { slug: string; options: readonly string[] | undefined; rules: ReadingRules },
): WantedVariant[] =>
  rows
    .filter((row) => tellsOfVariant(cells, row))
    .flatMap((row): WantedVariant[] => {
      const values = (options ?? []).flatMap((_, at) => {
        const cell = cells.cellIn(row, `option${at + 1}-value`);
        return cells.read(forms.optionValue, cell) ?? [];
      });
      const sku = skuIn(cells, row, slug, values);
      const barcode = cells.read(
        forms.barcode,
        cells.cellIn(row, 'barcode'),
        cells.cellIn(row, 'barcode')?.value.replace(/^'/, '').toUpperCase(),
      );
      const prices = pricesIn(cells, row, rules);
      const weightGrams = weightIn(cells, row);
      const stock = wholeNumber(cells, cells.cellIn(row, 'stock'), stockSchema);
      const active = activeIn(cells, row);
      const picture = cells.cellIn(row, 'variant-picture')?.value;
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
