import { orThrow } from '../../api/server/or-throw.ts';
import { readSalesRegions } from '../../api/server/sales-regions.ts';
import { countriesOf } from '../../ui/countries.ts';

const inWords = new Intl.ListFormat('en');

/** The countries of the shop's own settings. */
export const DeliveredTo = async () => {
  const countries = countriesOf(orThrow(await readSalesRegions()));
  return (
    <p className="mt-4">
      We deliver to these countries: {inWords.format(countries.map(({ name }) => name))}.
    </p>
  );
};
