import { CatalogError, StaleVersion } from './errors.ts';

export class SynonymsNotFound extends CatalogError {
  readonly code = 'synonyms-not-found' as const;
  constructor(id: number) {
    super(`There is no group of synonyms ${id}`);
  }
}

/** Words and phrases that mean the same to the search. */
export interface SynonymGroup {
  readonly id: number;
  readonly phrases: readonly string[];
  readonly changedAt: string;
  readonly version: number;
}

/**
 * The group with other phrases; undefined where they are these already.
 *
 * @throws {StaleVersion} with the group as it is
 */
export const changePhrases = (
  group: SynonymGroup,
  phrases: readonly string[],
  expectedVersion: number,
): SynonymGroup | undefined => {
  if (group.version !== expectedVersion) throw new StaleVersion(group);
  const isSame =
    phrases.length === group.phrases.length && phrases.every((phrase, at) => phrase === group.phrases[at]);
  return isSame ? undefined : { ...group, phrases, version: group.version + 1 };
};
