import {
  isCurrency,
  type RegionTax,
  type SalesSettings,
  type ShippingRate,
  type ShippingTier,
  type ShippingZone,
  type SoldTo,
} from '@quayside/contracts/money';
import type { SalesSettingsFault, SalesSettingsFaultCode } from './sales-settings-error.ts';

type Report = (code: SalesSettingsFaultCode, path: string, message: string) => void;
type IsCountry = (code: string) => boolean;

/** As much as the price itself; more is a slip of the pen. */
const highestRate = 10_000;

/**
 * Everything by which an order to a country that is sold to could not be priced, or could be in two ways: holes in the
 * tables, entries named twice, figures out of range. Empty when each such order has one price.
 */
export function salesSettingsFaults(settings: SalesSettings, isCountry: IsCountry): SalesSettingsFault[] {
  const faults: SalesSettingsFault[] = [];
  const report: Report = (code, path, message) => void faults.push({ code, path, message });
  const { countries, shippingZones, taxClasses, defaultCountry } = settings;

  once(taxClasses, 'taxClasses', report);
  once(
    countries.map(({ country }) => country),
    'countries',
    report,
  );
  if (!countries.some(({ country }) => country === defaultCountry))
    report('default-country-not-sold-to', 'defaultCountry', `${defaultCountry} is not among the countries`);
  countries.forEach((soldTo, at) =>
    checkCountry(soldTo, { settings, isCountry, report, path: `countries.${at}` }),
  );

  once(
    shippingZones.map(({ id }) => id),
    'shippingZones',
    report,
  );
  once(
    shippingZones.flatMap((zone) => zone.countries),
    'shippingZones.countries',
    report,
  );
  shippingZones.forEach((zone, at) => checkZone(zone, { settings, report, path: `shippingZones.${at}` }));
  return faults;
}

interface Place {
  readonly settings: SalesSettings;
  readonly report: Report;
  readonly path: string;
}

function once(names: readonly string[], path: string, report: Report): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) report('sales-settings-ambiguous', path, `${twice} is named twice`);
}

function checkCountry(soldTo: SoldTo, place: Place & { readonly isCountry: IsCountry }): void {
  const { report, path, settings } = place;
  const { country, currencies, tax, states = [] } = soldTo;
  if (!place.isCountry(country))
    report('country-unknown', `${path}.country`, `There is no country ${country}`);
  checkCurrencies(currencies, `${path}.currencies`, report);
  checkTax(tax, settings.taxClasses, `${path}.tax`, report);
  once(
    states.map(({ code }) => code),
    `${path}.states`,
    report,
  );
  states.forEach((state, at) => checkTax(state.tax, settings.taxClasses, `${path}.states.${at}.tax`, report));
  if (!settings.shippingZones.some((zone) => zone.countries.includes(country)))
    report('shipping-zone-missing', path, `${country} is sold to, and no shipping zone has it`);
}

function checkCurrencies(currencies: readonly string[], path: string, report: Report): void {
  const unknown = currencies.find((currency) => !isCurrency(currency));
  if (unknown !== undefined) report('currency-unknown', path, `There is no currency ${unknown}`);
  once(currencies, path, report);
}

function checkTax(tax: RegionTax, classes: readonly string[], path: string, report: Report): void {
  for (const taxClass of classes) {
    if (tax.rates[taxClass] === undefined)
      report('tax-rate-missing', `${path}.rates`, `There is no rate for the tax class ${taxClass}`);
  }
  const strange = Object.keys(tax.rates).find((taxClass) => !classes.includes(taxClass));
  if (strange !== undefined)
    report('sales-settings-ambiguous', `${path}.rates`, `${strange} is not among the tax classes`);
  for (const [name, rate] of [...Object.entries(tax.rates), ['shippingRate', tax.shippingRate] as const]) {
    if (rate < 0 || rate > highestRate)
      report(
        'tax-rate-out-of-range',
        `${path}.${name}`,
        `A tax is from 0 to ${highestRate / 100} percent, not ${rate / 100}`,
      );
  }
}

function checkZone(zone: ShippingZone, place: Place): void {
  const { settings, report, path } = place;
  const { methods, countries } = zone;
  const paidIn = settings.countries.filter(({ country }) => countries.includes(country));
  const needed = new Set(paidIn.flatMap(({ currencies }) => currencies));
  once(
    methods.map(({ method }) => method),
    `${path}.methods`,
    report,
  );
  methods.forEach(({ rates, promisedDays }, at) => {
    const here = `${path}.methods.${at}`;
    if (promisedDays.min > promisedDays.max)
      report('promised-days-reversed', `${here}.promisedDays`, 'At the earliest is after at the latest');
    checkCurrencies(
      rates.map(({ currency }) => currency),
      `${here}.rates`,
      report,
    );
    for (const currency of needed) {
      if (!rates.some((rate) => rate.currency === currency))
        report('shipping-rate-missing', `${here}.rates`, `There is no price in ${currency}`);
    }
    rates.forEach((rate, index) => checkRate(rate, `${here}.rates.${index}`, report));
  });
}

function checkRate({ byTotal, byWeight }: ShippingRate, path: string, report: Report): void {
  checkTiers(byTotal, `${path}.byTotal`, report);
  if (byWeight) checkTiers(byWeight, `${path}.byWeight`, report);
}

/** From 0 without end, each beginning where the one before ends. */
function checkTiers(tiers: readonly ShippingTier[], path: string, report: Report): void {
  tiers.forEach(({ from, below, price }, at) => {
    const begins = at === 0 ? 0 : tiers[at - 1]?.below;
    if (from !== begins)
      report('shipping-tier-gap', `${path}.${at}`, `It has to begin at ${begins ?? 'no figure'}`);
    const isLast = at === tiers.length - 1;
    if (isLast && below !== undefined)
      report('shipping-tier-gap', `${path}.${at}`, `Nothing is said from ${below} on`);
    if (below !== undefined && below <= from)
      report('shipping-tier-gap', `${path}.${at}`, `${below} is not above ${from}`);
    if (price < 0)
      report('shipping-price-negative', `${path}.${at}.price`, 'Shipping is never below nothing');
  });
}
