import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { localeHeader } from '../page-headers.ts';
import { isLocale, shopLocale } from './locales.ts';

const messagesOf = {
  en: () => import('./messages/en.ts'),
  de: () => import('./messages/de.ts'),
};

/** The language is that of the address: the proxy reads it there, and pages are made per request. */
export default getRequestConfig(async () => {
  const tag = (await headers()).get(localeHeader) ?? '';
  const locale = isLocale(tag) ? tag : shopLocale;
  return { locale, messages: (await messagesOf[locale]()).default, timeZone: 'UTC' };
});
