import type {
  SalesSettings,
  ShippingMethod,
  ShippingZone,
  SoldTo,
  SoldToState,
} from '@quayside/contracts/money';
import type { FormValues } from '../form/form-values.ts';
import { slugOf } from '../form/slug-of.ts';
import { settingsEntries } from './settings-values.ts';

/** The settings as they are edited: which parts there are, and the texts in them. */
export interface Sheet {
  readonly shape: SalesSettings;
  readonly values: FormValues;
}

/** Figures of a part that is new are typed, so that none is taken for meant. */
const figures = /[.](?:shipping|min|max)$|[.]rate[.]/;

const codesIn = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((code) => code !== '');

/** The texts of another shape: those that were there stay, those of what is gone go. */
const settled = ({ values }: Sheet, shape: SalesSettings, isBlank = true): Sheet => ({
  shape,
  values: Object.fromEntries(
    settingsEntries(shape).map(({ name, value }) => [
      name,
      values[name] ?? (isBlank && figures.test(name) ? '' : value),
    ]),
  ),
});

const inZone = (shape: SalesSettings, id: string, change: (zone: ShippingZone) => ShippingZone) => ({
  ...shape,
  shippingZones: shape.shippingZones.map((zone) => (zone.id === id ? change(zone) : zone)),
});

/** What any of its methods is paid in. */
export const currenciesOf = ({ methods }: ShippingZone): string[] => [
  ...new Set(methods.flatMap(({ rates }) => rates.map(({ currency }) => currency))),
];

const freeId = (name: string, taken: readonly string[]): string => {
  const id = slugOf(name).slice(0, 36).replace(/-$/, '') || 'new';
  const free = (at: number): string =>
    taken.includes(at === 1 ? id : `${id}-${at}`) ? free(at + 1) : at === 1 ? id : `${id}-${at}`;
  return free(1);
};

const methodOf = (method: string, name: string, currencies: readonly string[]): ShippingMethod => ({
  method,
  name,
  promisedDays: { min: 0, max: 0 },
  rates: currencies.map((currency) => ({ currency, byTotal: [] })),
});

const zoneText = (id: string): string => `zone.${id}.countries`;

/** With a country that a zone sends to. */
export const withCountry = (sheet: Sheet, country: string, zoneId: string): Sheet => {
  const { shape, values } = sheet;
  const zone = shape.shippingZones.find(({ id }) => id === zoneId);
  const tax = {
    name: 'VAT',
    rates: Object.fromEntries(shape.taxClasses.map((name) => [name, 0])),
    shippingRate: 0,
  };
  const soldTo = { country, currencies: zone ? currenciesOf(zone) : [], taxIncluded: true, tax };
  const next = settled(sheet, { ...shape, countries: [...shape.countries, soldTo] });
  const sentTo = [...codesIn(values[zoneText(zoneId)] ?? ''), country].join(', ');
  return { ...next, values: { ...next.values, [zoneText(zoneId)]: sentTo } };
};

export const withoutCountry = (sheet: Sheet, country: string): Sheet => {
  const { shape } = sheet;
  const next = settled(sheet, {
    ...shape,
    countries: shape.countries.filter((one) => one.country !== country),
  });
  const texts = shape.shippingZones.map(({ id }) => [
    zoneText(id),
    codesIn(next.values[zoneText(id)] ?? '')
      .filter((code) => code !== country)
      .join(', '),
  ]);
  return { ...next, values: { ...next.values, ...Object.fromEntries(texts) } };
};

const withStates = (
  shape: SalesSettings,
  country: string,
  change: (soldTo: SoldTo) => readonly SoldToState[],
): SalesSettings => ({
  ...shape,
  countries: shape.countries.map((one) => {
    if (one.country !== country) return one;
    const { states: _before, ...soldTo } = one;
    const states = change(one);
    return states.length > 0 ? { ...soldTo, states } : soldTo;
  }),
});

/** With a state of a country, which from then on takes addresses in none but its states. */
export const withState = (
  sheet: Sheet,
  country: string,
  { code, name }: Pick<SoldToState, 'code' | 'name'>,
): Sheet =>
  settled(
    sheet,
    withStates(sheet.shape, country, ({ states = [], tax }) => [
      ...states,
      { code, name, tax: { ...tax, name: states[0]?.tax.name ?? tax.name } },
    ]),
  );

/** Without its last state it takes addresses anywhere again. */
export const withoutState = (sheet: Sheet, country: string, code: string): Sheet =>
  settled(
    sheet,
    withStates(sheet.shape, country, ({ states = [] }) => states.filter((state) => state.code !== code)),
  );

/** With a zone of one method. */
export const withZone = (sheet: Sheet, name: string): Sheet => {
  const { shape } = sheet;
  const id = freeId(
    name,
    shape.shippingZones.map((zone) => zone.id),
  );
  const currencies = [...new Set(shape.countries.flatMap((one) => one.currencies))];
  const zone = { id, name, countries: [], methods: [methodOf('standard', 'Standard', currencies)] };
  return settled(sheet, { ...shape, shippingZones: [...shape.shippingZones, zone] });
};

export const withoutZone = (sheet: Sheet, id: string): Sheet =>
  settled(sheet, {
    ...sheet.shape,
    shippingZones: sheet.shape.shippingZones.filter((zone) => zone.id !== id),
  });

export const withMethod = (sheet: Sheet, zoneId: string, name: string): Sheet =>
  settled(
    sheet,
    inZone(sheet.shape, zoneId, (zone) => {
      const id = freeId(
        name,
        zone.methods.map(({ method }) => method),
      );
      return { ...zone, methods: [...zone.methods, methodOf(id, name, currenciesOf(zone))] };
    }),
  );

export const withoutMethod = (sheet: Sheet, zoneId: string, method: string): Sheet =>
  settled(
    sheet,
    inZone(sheet.shape, zoneId, (zone) => ({
      ...zone,
      methods: zone.methods.filter((one) => one.method !== method),
    })),
  );

type MethodRates = SalesSettings['shippingZones'][number]['methods'][number]['rates'];

/** With other prices of each method of a zone. */
const withPrices = (sheet: Sheet, zoneId: string, change: (rates: MethodRates) => MethodRates): Sheet =>
  settled(
    sheet,
    inZone(sheet.shape, zoneId, (zone) => ({
      ...zone,
      methods: zone.methods.map((method) => ({ ...method, rates: change(method.rates) })),
    })),
  );

/** With prices in another currency, of each method of a zone. */
export const withCurrency = (sheet: Sheet, zoneId: string, currency: string): Sheet =>
  withPrices(sheet, zoneId, (rates) => [
    ...rates.filter((rate) => rate.currency !== currency),
    rates.find((rate) => rate.currency === currency) ?? { currency, byTotal: [] },
  ]);

export const withoutCurrency = (sheet: Sheet, zoneId: string, currency: string): Sheet =>
  withPrices(sheet, zoneId, (rates) => rates.filter((rate) => rate.currency !== currency));

/** With other rates of each country and state. */
export const withRates = (
  shape: SalesSettings,
  change: (rates: Readonly<Record<string, number>>) => Record<string, number>,
): SalesSettings => ({
  ...shape,
  countries: shape.countries.map((one) => ({
    ...one,
    tax: { ...one.tax, rates: change(one.tax.rates) },
    ...(one.states && {
      states: one.states.map((state) => ({
        ...state,
        tax: { ...state.tax, rates: change(state.tax.rates) },
      })),
    }),
  })),
});

/** With a tax rate of its own for some goods; at first it is that of all others. */
export const withTaxClass = (sheet: Sheet, name: string): Sheet => {
  const { shape } = sheet;
  const id = freeId(name, shape.taxClasses);
  const usual = shape.taxClasses[0] ?? '';
  const next = withRates(shape, (rates) => ({ ...rates, [id]: rates[usual] ?? 0 }));
  return settled(sheet, { ...next, taxClasses: [...shape.taxClasses, id] }, false);
};

export const withoutTaxClass = (sheet: Sheet, id: string): Sheet => {
  const next = withRates(sheet.shape, ({ [id]: _gone, ...rates }) => rates);
  return settled(sheet, { ...next, taxClasses: next.taxClasses.filter((name) => name !== id) });
};
