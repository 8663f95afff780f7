import type { Address } from './address.ts';

/** Where the postal code stands behind the town, with the state between. */
const codeLast: ReadonlySet<string> = new Set(
  [
    'AC AF AI AS AU BB BD BH BM BN BR BT CA CC CN CO CR CU CX EG FK FM GB GG GS GU HM HN HU ID IE IL IM IN IO IQ IR JE JO JP KE KH',
    'KP KR LB LK LS LV MH MM MN MP MT MV NA NF NG NP NZ PE PG PH PK PN PR PW RU SA SD SH SO SZ TA TC TH TW UA UM US VC VE VG VI VN ZA',
  ].flatMap((row) => row.split(' ')),
);

/** The line of an address with its town, as it is written in its country; empty where it has none of this. */
export const townLine = (to: Pick<Address, 'city' | 'state' | 'postalCode' | 'country'>): string => {
  const joined = (parts: readonly (string | undefined)[], between: string): string =>
    parts.filter(Boolean).join(between);
  return codeLast.has(to.country)
    ? joined([joined([to.city, to.state], ', '), to.postalCode], ' ')
    : joined([joined([to.postalCode, to.city], ' '), to.state], ', ');
};
