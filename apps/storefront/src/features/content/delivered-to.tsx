import { getLocale } from 'next-intl/server';
import { orThrow } from '../../api/server/or-throw.ts';
import { readSalesRegions } from '../../api/server/sales-regions.ts';
import { countriesOf } from '../../ui/countries.ts';

/** The countries of the shop's own settings, by name. */
export const CountriesDeliveredTo = async () => {
  const locale = await getLocale();
  const countries = countriesOf(orThrow(await readSalesRegions()), locale);
  return new Intl.ListFormat(locale).format(countries.map(({ name }) => name));
};
