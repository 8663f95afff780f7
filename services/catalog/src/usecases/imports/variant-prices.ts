import { productCells as forms } from '@quayside/contracts';
import { isCurrency } from '@quayside/contracts/money';
import type { ImportRow, ImportSettings } from '../../domain/imports/import-file.ts';
import { readAmount, type DecimalSign } from '../../domain/imports/read-amount.ts';
import type { WantedPrice } from '../../domain/imports/wanted-product.ts';
import type { Cell, ProductCells } from './product-cells.ts';

export interface ReadingRules {
  readonly settings: ImportSettings;
  readonly sign: DecimalSign | undefined;
  /** The picture of the archive that a cell names, where the file came in one. */
  readonly pictureNamed?: (text: string) => string | undefined;
}

interface Amount {
  readonly cell: Cell;
  readonly currency: string;
  readonly amount: number;
}

/** A currency that is written beside a price is that of the price. */
const currencyIn = (text: string): string | undefined => /(?:^|[^A-Z])([A-Z]{3})(?![A-Z])/.exec(text)?.[1];

const amountIn = (
  cells: ProductCells,
  cell: Cell | undefined,
  usual: string,
  sign: DecimalSign | undefined,
): Amount | undefined => {
  if (!cell) return undefined;
  const currency = currencyIn(cell.value) ?? usual;
  if (/\d/.test(cell.value) && !isCurrency(currency))
    return cells.refuse(cell, 'currency-unknown', `There is no currency ${currency}`);
  const read = readAmount(cell.value, currency, sign);
  if ('code' in read) return cells.refuse(cell, read.code, read.detail);
  return { cell, currency, amount: read.amount };
};

/** Shops write the same price, or none, where it never was another one. */
const before = (was: Amount | undefined, amount: number): number | null =>
  was !== undefined && was.amount > amount ? was.amount : null;

const priceBy = (
  cells: ProductCells,
  row: ImportRow,
  field: string,
  { settings, sign }: ReadingRules,
): WantedPrice[] => {
  const suffix = field.slice('price'.length);
  const currency = suffix === '' ? settings.currency : suffix.slice(1);
  const read = (name: string) => amountIn(cells, cells.cellIn(row, name), currency, sign);
  const usual = read(field);
  // Of nothing at all: no sale is on.
  const sale = suffix === '' ? read('sale-price') : undefined;
  const now = sale !== undefined && sale.amount > 0 ? sale : usual;
  if (!now) return [];
  const amount = cells.read(forms.amount, now.cell, now.amount);
  if (amount === undefined) return [];
  const was = now === usual ? read(`compare-at${suffix}`) : usual;
  return [{ currency: now.currency, amount, compareAt: before(was, amount) }];
};

/** One by currency. */
export const pricesIn = (cells: ProductCells, row: ImportRow, rules: ReadingRules): WantedPrice[] =>
  cells.fields
    .filter((field) => /^price(:|$)/.test(field))
    .flatMap((field) => priceBy(cells, row, field, rules));
