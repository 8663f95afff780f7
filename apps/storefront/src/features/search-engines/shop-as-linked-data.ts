import { shopLocale } from '../../i18n/locales.ts';
import { pathIn } from '../../i18n/paths.ts';

/** The shop itself, and how it is searched (https://schema.org/OnlineStore, /WebSite). */
export const shopAsLinkedData = (origin: string, locale: string = shopLocale): object => ({
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'OnlineStore',
      '@id': `${origin}/#shop`,
      name: 'Quayside',
      url: `${origin}/`,
      logo: `${origin}/icon2.png`,
    },
    {
      '@type': 'WebSite',
      '@id': `${origin}/#site`,
      name: 'Quayside',
      url: `${origin}/`,
      publisher: { '@id': `${origin}/#shop` },
      potentialAction: {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${origin}${pathIn(locale, '/catalog')}?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      },
    },
  ],
});
