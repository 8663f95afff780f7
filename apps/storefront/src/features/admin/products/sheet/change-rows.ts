import type { FormValues } from '../../form/form-values.ts';
import { cellOf, optionsIn, optionValuesIn, rowsIn, type Option } from '../product-values.ts';

/** As many variants as a product may have. */
export const maxRows = 100;

const skuPart = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

const combinations = (options: readonly Option[]): string[][] =>
  options.reduce<string[][]>(
    (all, { values }) => all.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );

/** A new row; what it costs and weighs is taken from the first, which it mostly resembles. */
const rowLike = (values: FormValues, key: string, optionValues: readonly string[]): FormValues => {
  const [first] = rowsIn(values);
  const prefix = first && cellOf(first, '');
  const copied = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    prefix && name.startsWith(prefix) && /^(price|before)\.|^weight$/.test(name.slice(prefix.length))
      ? [[cellOf(key, name.slice(prefix.length)), value]]
      : [],
  );
  const sku = [values['slug'] ?? '', ...optionValues].map(skuPart).join('-').slice(0, 64);
  return {
    ...Object.fromEntries(copied),
    [cellOf(key, 'sku')]: sku,
    [cellOf(key, 'barcode')]: '',
    [cellOf(key, 'media')]: '',
    [cellOf(key, 'active')]: 'true',
    [cellOf(key, 'options')]: JSON.stringify(optionValues),
  };
};

/** Combinations of option values that have no row yet. */
export const missingCombinations = (values: FormValues): string[][] => {
  const known = new Set(rowsIn(values).map((row) => JSON.stringify(optionValuesIn(values, row))));
  return combinations(optionsIn(values)).filter((one) => !known.has(JSON.stringify(one)));
};

/** Adds a row for each combination that has none, as many as there may be. */
export const generateRows = (values: FormValues): FormValues => {
  const rows = rowsIn(values);
  const missing = missingCombinations(values).slice(0, maxRows - rows.length);
  const keys = missing.map((one) => `new-${one.map(skuPart).join('-')}`);
  return {
    ...values,
    ...Object.assign({}, ...missing.map((one, at) => rowLike(values, keys[at] ?? '', one))),
    rows: JSON.stringify([...rows, ...keys]),
  };
};

export const removeRow = (values: FormValues, row: string): FormValues => ({
  ...values,
  rows: JSON.stringify(rowsIn(values).filter((one) => one !== row)),
});

/** Other options; rows get the first value of one that is new, and lose that of one that is gone. */
export const changeOptions = (
  values: FormValues,
  next: readonly Option[],
  kept: readonly number[],
): FormValues => ({
  ...values,
  options: JSON.stringify(next),
  ...Object.fromEntries(
    rowsIn(values).map((row) => {
      const old = optionValuesIn(values, row);
      const own = next.map(({ values: all }, at) => old[kept[at] ?? -1] ?? all[0] ?? '');
      return [cellOf(row, 'options'), JSON.stringify(own)];
    }),
  ),
});

/** A value that some row has cannot go. */
export const isUsed = (values: FormValues, option: number, value: string): boolean =>
  rowsIn(values).some((row) => optionValuesIn(values, row)[option] === value);
