import { moneyOf, type SalesSettings, type ShippingTier, type SoldTo } from '@quayside/contracts/money';

export const usd = (amount: number) => moneyOf(amount, 'USD');
export const eur = (amount: number) => moneyOf(amount, 'EUR');

const tax = (name: string, standard: number, reduced: number, shippingRate: number) => ({
  name,
  rates: { standard, reduced },
  shippingRate,
});
const dollarsWithTaxAdded = (country: string): SoldTo => ({
  country,
  currencies: ['USD'],
  taxIncluded: false,
  tax: tax('Sales tax', 800, 0, 0),
});
const freeFrom15_000 = (price: number): ShippingTier[] => [
  { from: 0, below: 15_000, price },
  { from: 15_000, price: 0 },
];

/**
 * The United States and Germany as the first release had them, 8 % on the goods and shipping free from 150.00; Austria in
 * euros with tax in the price; Canada by province; Japan, where money has no decimals.
 */
export const settings: SalesSettings = {
  defaultCountry: 'US',
  taxClasses: ['standard', 'reduced'],
  countries: [
    dollarsWithTaxAdded('US'),
    dollarsWithTaxAdded('DE'),
    dollarsWithTaxAdded('HK'),
    dollarsWithTaxAdded('AE'),
    dollarsWithTaxAdded('IE'),
    { country: 'AT', currencies: ['EUR', 'USD'], taxIncluded: true, tax: tax('VAT', 2_000, 1_000, 2_000) },
    {
      country: 'CA',
      currencies: ['USD'],
      taxIncluded: false,
      tax: tax('GST', 500, 0, 500),
      states: [
        { code: 'BC', name: 'British Columbia', tax: tax('PST', 700, 0, 0) },
        { code: 'AB', name: 'Alberta', tax: tax('PST', 0, 0, 0) },
      ],
    },
    { country: 'JP', currencies: ['JPY'], taxIncluded: true, tax: tax('Tax', 1_000, 800, 1_000) },
  ],
  shippingZones: [
    {
      id: 'world',
      name: 'World',
      countries: ['US', 'DE', 'HK', 'AE', 'IE', 'AT', 'CA', 'JP'],
      methods: [
        {
          method: 'standard',
          name: 'Standard',
          promisedDays: { min: 3, max: 5 },
          rates: [
            { currency: 'USD', byTotal: freeFrom15_000(790) },
            {
              currency: 'EUR',
              byTotal: freeFrom15_000(690),
              byWeight: [
                { from: 0, below: 30_000, price: 0 },
                { from: 30_000, price: 2_900 },
              ],
            },
            { currency: 'JPY', byTotal: freeFrom15_000(900) },
          ],
        },
        {
          method: 'express',
          name: 'Express',
          promisedDays: { min: 1, max: 1 },
          rates: ['USD', 'EUR', 'JPY'].map((currency) => ({
            currency,
            byTotal: [{ from: 0, price: 2_000 }],
          })),
        },
      ],
    },
  ],
};
