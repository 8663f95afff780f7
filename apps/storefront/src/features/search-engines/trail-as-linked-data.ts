import { shopLocale } from '../../i18n/locales.ts';
import { pathIn } from '../../i18n/paths.ts';

/** The way to a page, as https://schema.org/BreadcrumbList. */
export const trailAsLinkedData = (
  steps: readonly { readonly name: string; readonly href: string }[],
  origin: string,
  locale: string = shopLocale,
): object => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, href }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: new URL(pathIn(locale, href), origin).href,
  })),
});
