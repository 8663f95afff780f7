import type { CatalogWords } from './catalog-words.ts';
import type { FacetValues } from './facet-values.ts';

/** A value as a language shows it, and its number among the values of its facet. */
interface NamedValue {
  readonly slug: string;
  readonly name: string;
  readonly number: number;
}

interface Named {
  readonly changes: number;
  readonly values: readonly NamedValue[];
}

type Way = 'as it is called' | 'translated' | 'translated, by number';

/** By words, as they hold the translations: what is renamed comes with new ones. */
const known = new WeakMap<CatalogWords, WeakMap<FacetValues, Map<string, Named>>>();
const collators = new Map<string, Intl.Collator>();

const collatorOf = (language: string): Intl.Collator => {
  const collator = collators.get(language) ?? new Intl.Collator(language);
  collators.set(language, collator);
  return collator;
};

const sorted = (
  values: FacetValues,
  words: CatalogWords,
  language: string | undefined,
  way: Way,
): NamedValue[] => {
  const { compare } = collatorOf(language ?? 'en');
  const byNumber = way === 'translated, by number';
  return values
    .entries()
    .map(({ slug, name }, number) => ({
      ...{ slug, number },
      name: way === 'as it is called' ? name : words.translate(name, language),
    }))
    .sort((a, b) => (byNumber && Number(a.name) - Number(b.name)) || compare(a.name, b.name));
};

/** The values of a facet in the order in which a language shows them, sorted again only when one came or was renamed. */
export const namesOf = (
  values: FacetValues,
  words: CatalogWords,
  language: string | undefined,
  way: Way,
): readonly NamedValue[] => {
  const ofWords = known.get(words) ?? new WeakMap<FacetValues, Map<string, Named>>();
  known.set(words, ofWords);
  const ofValues = ofWords.get(values) ?? new Map<string, Named>();
  ofWords.set(values, ofValues);
  const key = `${language ?? ''} ${way}`;
  const before = ofValues.get(key);
  if (before?.changes === values.changes()) return before.values;
  const named = { changes: values.changes(), values: sorted(values, words, language, way) };
  ofValues.set(key, named);
  return named.values;
};
