import type { Pool } from 'pg';
import type { Named, NamedCategory } from '../../domain/item.ts';
import { slugsOfCategory } from '../category-of-slug.ts';
import { createSynonyms, type Synonyms } from './words/synonyms.ts';

interface Attribute {
  readonly code: string;
  readonly name: string;
  readonly unit?: string;
}

/** Brands, the tree of categories and the definitions of attributes: few, and read as a whole. */
export interface CatalogWords {
  brand(id: number): Named;
  /** From the root down. */
  categories(id: number): readonly NamedCategory[];
  /** The same of the category that a slug names in any language, or that had it before. */
  categoriesTo(slug: string): readonly NamedCategory[];
  /** Attributes that lists can be filtered by, in their order. */
  facets(): readonly Attribute[];
  attribute(code: string): Attribute | undefined;
  /** What a word of the shop's own is in a language; the same where nobody said. */
  translate(term: string, language: string | undefined): string;
  /** What it is in each of the other languages. */
  translations(term: string): readonly string[];
  /** What means the same to a search. */
  readonly synonyms: Synonyms;
  /** What products are indexed by and show, each as text that differs when it differs. */
  readonly prints: Readonly<Record<WordKind, ReadonlyMap<string, string>>>;
}

export type WordKind = 'brands' | 'categories' | 'attributes' | 'terms';

/**
 * What reads otherwise than before: ids of brands and of categories (those below a renamed one too), codes of
 * attributes, terms. What is new belongs to no product that was there, but for what a term is in another language.
 */
export const wordsThatDiffer = (before: CatalogWords, now: CatalogWords): Record<WordKind, string[]> => {
  const differing = (kind: WordKind): string[] =>
    [...before.prints[kind]].flatMap(([key, print]) => (now.prints[kind].get(key) === print ? [] : [key]));
  return {
    brands: differing('brands'),
    categories: differing('categories'),
    attributes: differing('attributes'),
    terms: [
      ...new Set([
        ...differing('terms'),
        ...[...now.prints.terms.keys()].filter((term) => !before.prints.terms.has(term)),
      ]),
    ],
  };
};

interface CategoryRow extends Named {
  slugs: Record<string, string> | null;
  path: number[];
}

const load = async <R extends object>(pool: Pool, sql: string): Promise<R[]> =>
  (await pool.query<R>(sql)).rows;

const printsOf = (known: ReadonlyMap<number | string, unknown>): Map<string, string> =>
  new Map([...known].map(([key, value]) => [String(key), JSON.stringify(value)]));

export const loadCatalogWords = async (pool: Pool): Promise<CatalogWords> => {
  const [brandRows, categoryRows, slugRows, attributeRows, synonymRows, translationRows] = await Promise.all([
    load<Named>(pool, 'SELECT id, slug, name FROM brands'),
    load<CategoryRow>(
      pool,
      `SELECT id, slug, ${slugsOfCategory('categories')} AS slugs, name, path FROM categories`,
    ),
    load<{ slug: string; category_id: number }>(pool, 'SELECT slug, category_id FROM category_slugs'),
    load<{ code: string; name: string; unit: string | null; facet: boolean }>(
      pool,
      'SELECT code, name, unit, facet FROM attributes ORDER BY position, code',
    ),
    load<{ phrases: string[] }>(pool, 'SELECT phrases FROM synonyms ORDER BY id'),
    load<{ language: string; term: string; text: string }>(
      pool,
      'SELECT language, term, text FROM translations',
    ),
  ]);
  const brands = new Map(brandRows.map((row) => [row.id, row]));
  const byId = new Map(
    categoryRows.map(({ path: _, slugs, ...category }): [number, NamedCategory] => [
      category.id,
      { ...category, ...(slugs && { slugs }) },
    ]),
  );
  const paths = new Map(
    categoryRows.map(({ id, path }) => [id, path.map((above) => byId.get(above) as NamedCategory)]),
  );
  const bySlug = new Map(slugRows.map(({ slug, category_id: id }) => [slug, paths.get(id) ?? []]));
  const attributeOf = ({ code, name, unit }: (typeof attributeRows)[number]): Attribute => ({
    code,
    name,
    ...(unit !== null && { unit }),
  });
  const facets = attributeRows.filter(({ facet }) => facet).map(attributeOf);
  const attributes = new Map(attributeRows.map((row) => [row.code, attributeOf(row)]));
  const terms = new Map(
    [...Map.groupBy(translationRows, ({ term }) => term)].map(([term, rows]) => [
      term,
      rows.map(({ text }) => text),
    ]),
  );
  const texts = new Map(translationRows.map(({ language, term, text }) => [`${language} ${term}`, text]));
  return {
    brand: (id) => brands.get(id) as Named,
    categories: (id) => paths.get(id) ?? [],
    categoriesTo: (slug) => bySlug.get(slug) ?? [],
    facets: () => facets,
    attribute: (code) => attributes.get(code),
    translate: (term, language) =>
      language === undefined ? term : (texts.get(`${language} ${term}`) ?? term),
    translations: (term) => terms.get(term) ?? [],
    synonyms: createSynonyms(synonymRows.map(({ phrases }) => phrases)),
    prints: {
      brands: printsOf(brands),
      categories: printsOf(paths),
      attributes: printsOf(new Map(attributeRows.map((row) => [row.code, row]))),
      terms: printsOf(terms),
    },
  };
};
