import type { Metadata } from 'next';
import { locales, shopLocale } from './locales.ts';
import { pathIn } from './paths.ts';

/** What a page says of itself and of the same page in other languages (hreflang). */
export const alternatesOf = (path: string, locale: string): NonNullable<Metadata['alternates']> => ({
  canonical: pathIn(locale, path),
  languages: {
    ...Object.fromEntries(locales.map((one) => [one, pathIn(one, path)])),
    'x-default': pathIn(shopLocale, path),
  },
});
