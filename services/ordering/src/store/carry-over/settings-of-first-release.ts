import type { SalesSettings } from '@quayside/contracts/money';

/**
 * How release 0.1 sold: everywhere, in dollars, with one tax added to the goods and none to the shipping, which was free
 * from 150 dollars on.
 */
export const settingsOfFirstRelease = (options: {
  countries: readonly string[];
  taxBasisPoints: number;
}): SalesSettings => {
  const countries = [...options.countries];
  const { taxBasisPoints: rate } = options;
  return {
    defaultCountry: 'US',
    taxClasses: ['standard', 'reduced', 'untaxed'],
    countries: countries.map((country) => ({
      country,
      currencies: ['USD'],
      taxIncluded: false,
      tax: { name: 'Sales tax', rates: { standard: rate, reduced: rate, untaxed: 0 }, shippingRate: 0 },
    })),
    shippingZones: [
      {
        id: 'world',
        name: 'World',
        countries,
        methods: [
          {
            method: 'standard',
            name: 'Standard',
            names: { de: 'Standard' },
            promisedDays: { min: 3, max: 5 },
            rates: [
              {
                currency: 'USD',
                byTotal: [
                  { from: 0, below: 15_000, price: 790 },
                  { from: 15_000, price: 0 },
                ],
              },
            ],
          },
        ],
      },
    ],
  };
};
