/** Their long names differ between what Node and what browsers know, which a page that is made by both cannot have. */
const byShortName = new Set(['HK', 'MO']);

export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, {
    type: 'region',
    fallback: 'code',
    style: byShortName.has(code) ? 'short' : 'long',
  }).of(code) ?? code;
