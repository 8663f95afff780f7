import type { RegionTax, SalesSettings, ShippingMethod } from '@quayside/contracts/money';
import { countryName as nameIn } from '../../../ui/country-name.ts';
import type { FormField } from '../form/form-fields.ts';
import type { FormValues } from '../form/form-values.ts';
import { readTiers, tierLines } from './tier-lines.ts';

export type Faults = Readonly<Record<string, string>>;

export const countryName = (code: string): string => nameIn(code, 'en');

const percent = (rate: number): string => String(rate / 100);
const rateOf = (text: string): number | undefined => {
  const match = /^(-?\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  return Number(`${whole}${fraction.padEnd(2, '0')}`);
};

type Entry = FormField & { readonly value: string };
const entry = (name: string, label: string, value: string): Entry => ({
  name,
  label,
  value,
  isRequired: true,
});

const ofTax = (at: string, where: string, { rates, shippingRate }: RegionTax): Entry[] => [
  ...Object.entries(rates).map(([name, rate]) =>
    entry(`${at}.rate.${name}`, `${where}: ${name} rate, percent`, percent(rate)),
  ),
  entry(`${at}.shipping`, `${where}: rate of shipping, percent`, percent(shippingRate)),
];

const ofMethod = (at: string, where: string, method: ShippingMethod): Entry[] => [
  entry(`${at}.name`, `${where}: name`, method.name),
  entry(`${at}.german`, `${where}: name, German`, method.names?.['de'] ?? ''),
  entry(`${at}.min`, `${where}: days at the earliest`, String(method.promisedDays.min)),
  entry(`${at}.max`, `${where}: days at the latest`, String(method.promisedDays.max)),
  ...method.rates.flatMap(({ currency, byTotal, byWeight = [] }) => [
    entry(
      `${at}.${currency}.total`,
      `${where}: price in ${currency} by total`,
      tierLines(byTotal, currency, 'total'),
    ),
    entry(
      `${at}.${currency}.weight`,
      `${where}: surcharge in ${currency} by weight`,
      tierLines(byWeight, currency, 'weight'),
    ),
  ]),
];

/** Everything of the settings that is edited, as flat texts by name. */
export const settingsEntries = (settings: SalesSettings): Entry[] => [
  entry('defaultCountry', 'Usual country', settings.defaultCountry),
  ...settings.countries.flatMap(({ country, currencies, taxIncluded, tax, states = [] }) => {
    const [at, where] = [`country.${country}`, countryName(country)];
    return [
      entry(`${at}.called`, `${where}: what the tax is called`, tax.name),
      entry(`${at}.included`, `${where}: in prices`, taxIncluded ? 'yes' : 'no'),
      entry(`${at}.currencies`, `${where}: currencies`, currencies.join(', ')),
      ...ofTax(at, where, tax),
      ...states.flatMap((state) => ofTax(`${at}.${state.code}`, `${where}, ${state.name}`, state.tax)),
    ];
  }),
  ...settings.shippingZones.flatMap((zone) => [
    entry(`zone.${zone.id}.name`, `Zone ${zone.name}: name`, zone.name),
    entry(`zone.${zone.id}.countries`, `Zone ${zone.name}: countries`, zone.countries.join(', ')),
    ...zone.methods.flatMap((method) =>
      ofMethod(`zone.${zone.id}.${method.method}`, `${zone.name}, ${method.name}`, method),
    ),
  ]),
];

export const settingsValues = (settings: SalesSettings): FormValues =>
  Object.fromEntries(settingsEntries(settings).map(({ name, value }) => [name, value]));

/** The settings that are in the texts; what cannot be read is a fault by the name of its text. */
export const settingsFrom = (
  values: FormValues,
  base: SalesSettings,
): { settings: SalesSettings; faults: Faults } => {
  const faults: Record<string, string> = {};
  const textOf = (name: string): string => (values[name] ?? '').trim();
  const rateAt = (name: string): number => {
    const rate = rateOf(textOf(name));
    if (rate === undefined) faults[name] = 'A percentage such as 19 or 5.5';
    return rate ?? 0;
  };
  const daysAt = (name: string): number => {
    if (!/^\d{1,3}$/.test(textOf(name))) faults[name] = 'A number of days';
    return Number(textOf(name));
  };
  const nameAt = (name: string): string => {
    if (textOf(name) === '') faults[name] = 'This is needed';
    return textOf(name);
  };
  const codesAt = (name: string): string[] =>
    nameAt(name)
      .toUpperCase()
      .split(/[\s,]+/)
      .filter((code) => code !== '');
  const tiersAt = (name: string, currency: string, unit: 'total' | 'weight') => {
    const read = readTiers(values[name] ?? '', currency, unit);
    if (read.ok && unit === 'total' && read.tiers.length === 0) {
      faults[name] = 'At least a line such as “from 0: 7.90”';
    }
    if (read.ok) return read.tiers;
    faults[name] = `“${read.line}” is no line such as “from 0: 7.90”`;
    return [];
  };
  const taxAt = (at: string, tax: RegionTax): RegionTax => ({
    name: tax.name,
    rates: Object.fromEntries(Object.keys(tax.rates).map((name) => [name, rateAt(`${at}.rate.${name}`)])),
    shippingRate: rateAt(`${at}.shipping`),
  });
  const methodAt = (at: string, method: ShippingMethod): ShippingMethod => {
    const { de: _before, ...others } = method.names ?? {};
    const german = textOf(`${at}.german`);
    const names = { ...others, ...(german !== '' && { de: german }) };
    return {
      method: method.method,
      name: nameAt(`${at}.name`),
      ...(Object.keys(names).length > 0 && { names }),
      promisedDays: { min: daysAt(`${at}.min`), max: daysAt(`${at}.max`) },
      rates: method.rates.map(({ currency }) => {
        const byWeight = tiersAt(`${at}.${currency}.weight`, currency, 'weight');
        return {
          currency,
          byTotal: tiersAt(`${at}.${currency}.total`, currency, 'total'),
          ...(byWeight.length > 0 && { byWeight }),
        };
      }),
    };
  };
  const settings: SalesSettings = {
    defaultCountry: textOf('defaultCountry'),
    taxClasses: base.taxClasses,
    countries: base.countries.map(({ country, tax, states }) => {
      const at = `country.${country}`;
      return {
        country,
        currencies: codesAt(`${at}.currencies`),
        taxIncluded: textOf(`${at}.included`) === 'yes',
        tax: { ...taxAt(at, tax), name: nameAt(`${at}.called`) },
        ...(states && {
          states: states.map((state) => ({ ...state, tax: taxAt(`${at}.${state.code}`, state.tax) })),
        }),
      };
    }),
    shippingZones: base.shippingZones.map((zone) => ({
      id: zone.id,
      name: nameAt(`zone.${zone.id}.name`),
      countries: codesAt(`zone.${zone.id}.countries`),
      methods: zone.methods.map((method) => methodAt(`zone.${zone.id}.${method.method}`, method)),
    })),
  };
  return { settings, faults };
};
