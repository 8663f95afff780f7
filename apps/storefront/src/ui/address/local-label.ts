import type { Words } from '../../i18n/words.ts';

const known = [
  'Area',
  'City',
  'County',
  'District',
  'Eircode',
  'Emirate',
  'PIN code',
  'Post town',
  'Postal code',
  'Postcode',
  'Prefecture',
  'Province',
  'State',
  'State or region',
  'Suburb',
  'Town',
  'Town or city',
  'ZIP code',
] as const;

/** What a country calls a part of its addresses, in the language of the page. */
export const localLabel = (label: string, t: Words<'address'>): string => {
  const named = known.find((one) => one === label);
  return named ? t(`labels.${named}`) : label;
};
