const weightOf = (parameters: readonly string[]): number => {
  const q = parameters.map((one) => /^q=([01](?:\.\d{1,3})?)$/.exec(one.trim())?.[1]).find(Boolean);
  return q === undefined ? 1 : Number(q);
};

/** The language that is liked best of those that the shop speaks (RFC 9110, 12.5.4); the first of equals. */
const likedBest = (acceptLanguage: string): string | undefined =>
  acceptLanguage
    .split(',')
    .map((entry) => {
      const [range = '', ...parameters] = entry.split(';');
      return { tag: range.trim().toLowerCase().split('-')[0] ?? '', weight: weightOf(parameters) };
    })
    .filter(({ tag, weight }) => ['de', 'en'].includes(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.tag;

/**
 * Whether somebody who comes to the home page is led to the German one: their browser likes German better, and they come from outside the shop.
 * From within they chose this language, so that nothing has to be kept of the choice
 * (https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header).
 */
export const isSentToGerman = (headers: Pick<Headers, 'get'>): boolean =>
  ['none', 'cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '') &&
  headers.get('sec-fetch-mode') === 'navigate' &&
  likedBest(headers.get('accept-language') ?? '') === 'de';
