import type { RegionTax, SalesSettings, ShippingMethod, SoldTo } from '../money/sales-settings.ts';

const taxClasses = ['standard', 'reduced', 'untaxed'] as const;

const tax = (name: string, standard: number, reduced: number, shippingRate: number): RegionTax => ({
  name,
  rates: { standard, reduced, untaxed: 0 },
  shippingRate,
});

/** What the states themselves take, in basis points; counties and cities are left out of the demo. */
const americanStates =
  'AL:Alabama:400 AK:Alaska:0 AZ:Arizona:560 AR:Arkansas:650 CA:California:725 CO:Colorado:290 CT:Connecticut:635 ' +
  'DE:Delaware:0 DC:District_of_Columbia:600 FL:Florida:600 GA:Georgia:400 HI:Hawaii:400 ID:Idaho:600 ' +
  'IL:Illinois:625 IN:Indiana:700 IA:Iowa:600 KS:Kansas:650 KY:Kentucky:600 LA:Louisiana:500 ME:Maine:550 ' +
  'MD:Maryland:600 MA:Massachusetts:625 MI:Michigan:600 MN:Minnesota:688 MS:Mississippi:700 MO:Missouri:423 ' +
  'MT:Montana:0 NE:Nebraska:550 NV:Nevada:685 NH:New_Hampshire:0 NJ:New_Jersey:663 NM:New_Mexico:488 ' +
  'NY:New_York:400 NC:North_Carolina:475 ND:North_Dakota:500 OH:Ohio:575 OK:Oklahoma:450 OR:Oregon:0 ' +
  'PA:Pennsylvania:600 RI:Rhode_Island:700 SC:South_Carolina:600 SD:South_Dakota:420 TN:Tennessee:700 ' +
  'TX:Texas:625 UT:Utah:485 VT:Vermont:600 VA:Virginia:430 WA:Washington:650 WV:West_Virginia:600 ' +
  'WI:Wisconsin:500 WY:Wyoming:400';

/** Standard and reduced rates of value added tax, in percent. */
const european =
  'AT:20:10 BE:21:6 BG:20:9 HR:25:13 CY:19:9 CZ:21:12 DK:25:25 EE:24:13 FI:25.5:14 FR:20:5.5 DE:19:7 GR:24:13 ' +
  'HU:27:18 IE:23:13.5 IT:22:10 LV:21:12 LT:21:9 LU:17:8 MT:18:7 NL:21:9 PL:23:8 PT:23:13 RO:21:11 SK:23:19 ' +
  'SI:22:9.5 ES:21:10 SE:25:12';

const unitedStates: SoldTo = {
  country: 'US',
  currencies: ['USD'],
  taxIncluded: false,
  tax: tax('Sales tax', 0, 0, 0),
  states: americanStates.split(' ').map((row) => {
    const [code = '', name = '', rate = ''] = row.split(':');
    return { code, name: name.replaceAll('_', ' '), tax: tax('Sales tax', Number(rate), 0, 0) };
  }),
};

const europe = european.split(' ').map((row): SoldTo => {
  const [country = '', standard = '', reduced = ''] = row.split(':');
  const inBasisPoints = (percent: string): number => Math.round(Number(percent) * 100);
  const [usual, low] = [inBasisPoints(standard), inBasisPoints(reduced)];
  return {
    country,
    currencies: ['EUR', 'USD'],
    taxIncluded: true,
    tax: tax('VAT', usual, low, usual),
  };
});

/** Where a parcel goes without a postal code: Hong Kong taxes nothing, the Emirates five percent of all. */
const farther: SoldTo[] = [
  { country: 'HK', currencies: ['USD', 'EUR'], taxIncluded: true, tax: tax('Tax', 0, 0, 0) },
  { country: 'AE', currencies: ['USD', 'EUR'], taxIncluded: true, tax: tax('VAT', 500, 500, 500) },
];

/** Free from a total on; heavy goods cost more whatever they are worth. */
const flat = (currency: string, price: number, freeFrom: number, heavy: number) => ({
  currency,
  byTotal: [
    { from: 0, below: freeFrom, price },
    { from: freeFrom, price: 0 },
  ],
  byWeight: [
    { from: 0, below: 30_000, price: 0 },
    { from: 30_000, price: heavy },
  ],
});

const always = (currency: string, price: number) => ({ currency, byTotal: [{ from: 0, price }] });

const standard = (promisedDays: ShippingMethod['promisedDays'], rates: ShippingMethod['rates']) => ({
  method: 'standard',
  name: 'Standard',
  names: { de: 'Standard' },
  promisedDays,
  rates,
});
const express = (promisedDays: ShippingMethod['promisedDays'], rates: ShippingMethod['rates']) => ({
  method: 'express',
  name: 'Express',
  names: { de: 'Express' },
  promisedDays,
  rates,
});

/**
 * What the shop begins with: the United States in dollars with tax added by state, the European Union in euros with it
 * included, and two places farther off.
 */
export const demoSalesSettings: SalesSettings = {
  defaultCountry: 'US',
  taxClasses: [...taxClasses],
  countries: [unitedStates, ...europe, ...farther],
  shippingZones: [
    {
      id: 'us',
      name: 'United States',
      countries: ['US'],
      methods: [
        standard({ min: 3, max: 5 }, [flat('USD', 790, 15_000, 2_900)]),
        express({ min: 1, max: 2 }, [always('USD', 2_490)]),
      ],
    },
    {
      id: 'eu',
      name: 'European Union',
      countries: europe.map(({ country }) => country),
      methods: [
        standard({ min: 2, max: 4 }, [flat('EUR', 690, 15_000, 2_900), flat('USD', 790, 15_000, 2_900)]),
        express({ min: 1, max: 2 }, [always('EUR', 1_990), always('USD', 2_290)]),
      ],
    },
    {
      id: 'farther',
      name: 'Hong Kong and the Emirates',
      countries: farther.map(({ country }) => country),
      methods: [
        standard({ min: 6, max: 10 }, [flat('USD', 1_990, 30_000, 5_900), flat('EUR', 1_790, 30_000, 5_400)]),
        express({ min: 2, max: 4 }, [always('USD', 4_490), always('EUR', 3_990)]),
      ],
    },
  ],
};
