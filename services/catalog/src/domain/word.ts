import { CatalogError, StaleVersion } from './errors.ts';

export class WordNotFound extends CatalogError {
  readonly code = 'word-not-found' as const;
  constructor(id: number) {
    super(`There is no word ${id}`);
  }
}

export type WordUse = 'attribute' | 'attribute-value' | 'option' | 'option-value' | 'tag';

interface WordNames {
  readonly de: string | null;
}

/** A word that products share, by what it is in the shop's own language. */
export interface Word {
  readonly id: number;
  readonly term: string;
  /** In other languages; null: it has none of its own in that. */
  readonly names: WordNames;
  readonly uses: readonly WordUse[];
  readonly changedAt: string;
  readonly version: number;
}

/**
 * What it is from now on; undefined where that is nothing new.
 *
 * @throws {StaleVersion} with the word as it is
 */
export const changeWord = (word: Word, names: WordNames, expectedVersion: number): WordNames | undefined => {
  if (word.version !== expectedVersion) throw new StaleVersion(word);
  return names.de === word.names.de ? undefined : names;
};
