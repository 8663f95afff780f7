export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** That of the shop: its pages stand at the root, those of another language below its tag. */
export const shopLocale: Locale = 'en';

/** How numbers, prices and days are written in each. */
const formats: Readonly<Record<string, string>> = { en: 'en-US', de: 'de-DE' };
export const formatTag = (locale: string): string => formats[locale] ?? 'en-US';

export const isLocale = (tag: string): tag is Locale => locales.some((locale) => locale === tag);
