import 'server-only';

const codes =
  'US CA MX AR AU AT BE BR BG CL CO HR CY CZ DK EE FI FR DE GR HK HU IS IN IE IL IT JP KR LV LT LU MY MT NL NZ NO PE PH PL PT RO SG SK SI ZA ES SE CH TW TH TR UA GB UY VN';

export interface Country {
  code: string;
  name: string;
}

const names = new Intl.DisplayNames('en', { type: 'region' });

/** Where the shop sends parcels, by name, the home country first. Named here so that browser and server agree. */
export const countries: Country[] = codes.split(' ').map((code) => ({ code, name: names.of(code) ?? code }));
