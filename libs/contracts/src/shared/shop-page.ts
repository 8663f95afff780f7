const pages = {
  en: {
    home: '/',
    catalog: '/catalog',
    order: '/orders',
    account: '/account',
    product: '/products',
    backInStock: '/back-in-stock',
    mails: '/mails',
    pay: '/pay',
  },
  de: {
    home: '/de',
    catalog: '/de/katalog',
    order: '/de/bestellungen',
    account: '/de/konto',
    product: '/de/produkte',
    backInStock: '/de/wieder-da',
    mails: '/de/nachrichten',
    pay: '/de/bezahlen',
  },
} as const;

/**
 * Where a page of the shop stands in a language, for those who link to it from outside, such as mails.
 *
 * @param rest what follows it, such as the id of an order
 */
export const shopPage = (language: string, page: keyof typeof pages.en, rest = ''): string =>
  pages[language === 'de' ? 'de' : 'en'][page] + rest;
