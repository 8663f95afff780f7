/** A query for words each of which begins one of the `words` of a user. A text of no words at all finds nobody. */
export const wordsQuery = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => `${word}:*`)
    .join(' & ');
