import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import type { ComponentType } from 'react';
import { alternatesOf } from '../../i18n/alternates.ts';
import type { Locale } from '../../i18n/locales.ts';

interface Text {
  default: ComponentType;
  metadata: Metadata;
}

/** A page of words, in each language a file of its own. */
export const contentPage = (path: string, texts: Readonly<Record<Locale, Text>>) => ({
  generateMetadata: async (): Promise<Metadata> => {
    const locale = await getLocale();
    return { ...texts[locale].metadata, alternates: alternatesOf(path, locale) };
  },
  ContentPage: async () => {
    const { default: Content } = texts[await getLocale()];
    return <Content />;
  },
});
