/** More words than anyone means; a bound on what one query may cost. */
const maxWords = 12;

export interface SearchQuery {
  /** tsquery text for the stemmed words: all of them, the last one possibly unfinished. */
  readonly stemmed: string;
  /** The same for the words as written. */
  readonly written: string;
}

/** Letters and digits of `text`, folded as the search column is; nothing that tsquery takes for an operator. */
const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, maxWords);

/** @returns undefined where the text holds no word, so that nothing can match it. */
export const toSearchQuery = (text: string): SearchQuery | undefined => {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  const whole = words.slice(0, -1);
  const last = words.at(-1) as string;
  return {
    stemmed: [...whole, `(${last} | ${last}:*)`].join(' & '),
    written: [...whole, `${last}:*`].join(' & '),
  };
};
