import type { Metadata } from 'next';
import { locales, shopLocale } from './locales.ts';
import { pathIn } from './paths.ts';

/**
 * What a page says of itself and of the same page in other languages (hreflang).
 *
 * @param path as it is in English, of a page whose path says something in each language: what it is in each
 */
export const alternatesOf = (
  path: string | ((locale: string) => string),
  locale: string,
): NonNullable<Metadata['alternates']> => {
  const addressIn = (one: string) => pathIn(one, typeof path === 'string' ? path : path(one));
  return {
    canonical: addressIn(locale),
    languages: {
      ...Object.fromEntries(locales.map((one) => [one, addressIn(one)])),
      'x-default': addressIn(shopLocale),
    },
  };
};
