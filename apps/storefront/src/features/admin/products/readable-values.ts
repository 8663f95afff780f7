import type { FormValues } from '../form/form-values.ts';
import type { ProductSetting } from './product-fields.ts';
import { cellOf, optionsIn, optionValuesIn, picturesIn, rowsIn } from './product-values.ts';

/** Values as a person reads them, where what stands in a field is a list or an id. */
export const readableValues = (values: FormValues, { brands, categories }: ProductSetting): FormValues => ({
  ...values,
  brandId: brands.find(({ value }) => value === values['brandId'])?.label ?? '',
  categoryId: categories.find(({ value }) => value === values['categoryId'])?.label ?? '',
  options: optionsIn(values)
    .map(({ name, values: all }) => `${name}: ${all.join(', ')}`)
    .join('\n'),
  rows: rowsIn(values)
    .map((row) => values[cellOf(row, 'sku')] ?? row)
    .join('\n'),
  media: picturesIn(values)
    .map((id) => values[`m.${id}.alt`] ?? String(id))
    .join('\n'),
  ...Object.fromEntries(
    rowsIn(values).flatMap((row): [string, string][] => [
      [cellOf(row, 'options'), optionValuesIn(values, row).join(' / ')],
      [cellOf(row, 'active'), values[cellOf(row, 'active')] === 'true' ? 'on' : 'off'],
      [cellOf(row, 'media'), values[`m.${values[cellOf(row, 'media')] ?? ''}.alt`] ?? 'The first'],
    ]),
  ),
});
