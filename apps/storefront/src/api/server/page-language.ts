import 'server-only';
import { getLocale } from 'next-intl/server';
import { shopLocale } from '../../i18n/locales.ts';

/** In which language the catalog is asked; in the shop's own nothing is said, so that its answers are those of before. */
export const pageLanguage = async (): Promise<{ language?: string }> => {
  const locale = await getLocale();
  return locale === shopLocale ? {} : { language: locale };
};
