import type { Problem } from '@quayside/contracts';
import { parseMoney } from '../../../ui/money.ts';
import { fieldOfTakenSlug } from '../form/field-of-taken-slug.ts';
import { faultOf, type FormValues } from '../form/form-values.ts';
import {
  attributeFields,
  englishFields,
  germanFields,
  placeFields,
  type ProductSetting,
} from './product-fields.ts';
import { cellOf, picturesIn, rowsIn } from './product-values.ts';

export type Faults = Readonly<Record<string, string>>;

const rowFaults = (values: FormValues, row: string, currencies: readonly string[]): [string, string][] => {
  const of = (column: string): string => (values[cellOf(row, column)] ?? '').trim();
  const faults: [string, string | undefined][] = [
    [
      'sku',
      /^[A-Z0-9][A-Z0-9._/-]{0,63}$/.test(of('sku')) ? undefined : 'Capital letters, digits and . _ / -',
    ],
    ['barcode', /^([0-9A-Z-]{4,40})?$/.test(of('barcode')) ? undefined : '4 to 40 digits or capital letters'],
    ['weight', /^([1-9]\d{0,6})?$/.test(of('weight')) ? undefined : 'Whole grams'],
    ...currencies.flatMap((currency): [string, string | undefined][] => {
      const [price, before] = [`price.${currency}`, `before.${currency}`];
      const [now, old] = [parseMoney(of(price), currency), parseMoney(of(before), currency)];
      return [
        [price, of(price) === '' || (now && now.amount > 0) ? undefined : 'No price'],
        [
          before,
          of(before) === '' || (old && now && old.amount > now.amount)
            ? undefined
            : 'Not more than the price',
        ],
      ];
    }),
  ];
  return faults.flatMap(([column, fault]): [string, string][] =>
    fault ? [[cellOf(row, column), fault]] : [],
  );
};

const twinSkus = (values: FormValues): [string, string][] => {
  const known = new Set<string>();
  return rowsIn(values).flatMap((row): [string, string][] => {
    const sku = (values[cellOf(row, 'sku')] ?? '').trim();
    if (known.has(sku)) return [[cellOf(row, 'sku'), 'Another row has it']];
    known.add(sku);
    return [];
  });
};

/** What cannot be right, by field, before the service is asked. */
export const faultsIn = (values: FormValues, setting: ProductSetting): Faults => {
  const fields = [...englishFields, ...germanFields, ...placeFields(setting), ...attributeFields(setting)];
  const german = ['de.name', 'de.description', 'de.seoTitle', 'de.seoDescription'];
  const hasGerman = german.some((name) => (values[name] ?? '').trim() !== '');
  return Object.fromEntries([
    ...fields.flatMap((field): [string, string][] => {
      const fault = faultOf(field, values[field.name] ?? '');
      return fault ? [[field.name, fault]] : [];
    }),
    ...(hasGerman ? german.slice(0, 2) : []).flatMap((name): [string, string][] =>
      (values[name] ?? '').trim() === '' ? [[name, 'German texts need both a name and a description']] : [],
    ),
    ...rowsIn(values).flatMap((row) => rowFaults(values, row, setting.currencies)),
    ...twinSkus(values),
    ...picturesIn(values).flatMap((id): [string, string][] =>
      (values[`m.${id}.alt`] ?? '').trim() === '' ? [[`m.${id}.alt`, 'Say what it shows']] : [],
    ),
  ]);
};

/** Faults that the service found, by the fields they belong to. */
export const faultsOf = (problem: Problem, values: FormValues): Faults => {
  if (problem.code === 'slug-taken') {
    return { [fieldOfTakenSlug('de.slug')(problem, values)]: problem.detail ?? problem.title };
  }
  return Object.fromEntries(
    (problem.errors ?? []).flatMap(({ path, message }): [string, string][] => {
      const name = path
        .replace(/^body\./, '')
        .replace(/^texts\.de\./, 'de.')
        .replace(/^attributes\./, 'attr.');
      return [[name, message]];
    }),
  );
};
