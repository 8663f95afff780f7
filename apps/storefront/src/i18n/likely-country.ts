import { shopLocale } from './locales.ts';

/** Where somebody seems to be who reads the shop in another language than its own, by the region that their browser names. */
export const likelyCountry = (locale: string): { country?: string } => {
  if (locale === shopLocale) return {};
  const { language, region } = new Intl.Locale(navigator.language);
  return { country: (language === locale && region) || locale.toUpperCase() };
};
