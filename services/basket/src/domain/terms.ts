import type { SalesSettings, ShippingMethod, SoldTo, SoldToState } from '@quayside/contracts/money';
import type { CatalogItem } from './catalog-item.ts';
import type { Choice } from './choice.ts';
import {
  BasketCurrencyMixed,
  CountryNotSoldTo,
  CurrencyNotSoldIn,
  ShippingMethodUnknown,
  StateUnknown,
} from './errors.ts';
import { priceIn } from './price-in.ts';

/** By what a basket is priced: where it goes, how, and what it is paid in. */
export interface Terms {
  readonly soldTo: SoldTo;
  readonly state?: SoldToState | undefined;
  readonly currency: string;
  readonly method: ShippingMethod;
  /** All that go there. */
  readonly methods: readonly ShippingMethod[];
  /** Of products which name none. */
  readonly usualTaxClass: string;
}

type Priced = Pick<CatalogItem, 'id' | 'price' | 'prices'>;

/** The shop's terms as near to the choice as they allow: what is not offered any more gives way to the usual. */
export function termsFor(settings: SalesSettings, choice: Choice, items: readonly Priced[]): Terms {
  const { countries, defaultCountry } = settings;
  const soldTo =
    countries.find(({ country }) => country === choice.country) ??
    countries.find(({ country }) => country === defaultCountry) ??
    countries[0];
  if (!soldTo) throw new Error('Sales settings without a country');
  const methods = methodsTo(settings, soldTo.country);
  const method = methods.find((one) => one.method === choice.shippingMethod) ?? methods[0];
  if (!method) throw new Error(`Sales settings without a way to ${soldTo.country}`);
  return {
    soldTo,
    state: stateOf(soldTo, choice.state),
    currency: currencyOf(soldTo, choice.currency, items),
    method,
    methods,
    usualTaxClass: settings.taxClasses[0] ?? '',
  };
}

/**
 * Refuses a choice that is not offered.
 *
 * @throws {CountryNotSoldTo}
 * @throws {StateUnknown} where the country is taxed by state and none of its states is named, if `isAddress`
 * @throws {CurrencyNotSoldIn}
 * @throws {ShippingMethodUnknown}
 * @throws {BasketCurrencyMixed} when the items have no price in the chosen currency, or in no common one
 */
export function requireOffered(
  settings: SalesSettings,
  choice: Choice,
  { items, isAddress }: { items: readonly Priced[]; isAddress: boolean },
): void {
  const country = choice.country ?? settings.defaultCountry;
  const soldTo = settings.countries.find((one) => one.country === country);
  if (!soldTo) throw new CountryNotSoldTo(country);
  const isStateNeeded = soldTo.states !== undefined && (isAddress || choice.state !== undefined);
  if (isStateNeeded && !stateOf(soldTo, choice.state)) throw new StateUnknown(country, choice.state);
  if (choice.currency !== undefined && !soldTo.currencies.includes(choice.currency))
    throw new CurrencyNotSoldIn(country, choice.currency, soldTo.currencies);
  const { shippingMethod } = choice;
  if (
    shippingMethod !== undefined &&
    !methodsTo(settings, country).some(({ method }) => method === shippingMethod)
  )
    throw new ShippingMethodUnknown(country, shippingMethod);
  const currency = currencyOf(soldTo, choice.currency, items);
  const unpriced = items.filter((item) => !priceIn(item, currency));
  if (unpriced.length > 0)
    throw new BasketCurrencyMixed(
      currency,
      unpriced.map(({ id }) => id),
    );
}

/** The chosen one where it is taken there; else the first in which every item has a price. */
function currencyOf(soldTo: SoldTo, chosen: string | undefined, items: readonly Priced[]): string {
  if (chosen !== undefined && soldTo.currencies.includes(chosen)) return chosen;
  const common = soldTo.currencies.find((currency) => items.every((item) => priceIn(item, currency)));
  return common ?? soldTo.currencies[0] ?? '';
}

const methodsTo = (settings: SalesSettings, country: string): readonly ShippingMethod[] =>
  settings.shippingZones.find(({ countries }) => countries.includes(country))?.methods ?? [];

/** By its code or its name, as people write it. */
function stateOf({ states }: SoldTo, written: string | undefined): SoldToState | undefined {
  const wanted = written?.trim().toLowerCase();
  return states?.find(({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted);
}
