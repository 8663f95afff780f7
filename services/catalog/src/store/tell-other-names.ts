import type { ClientBase } from 'pg';
import type { CatalogFact } from '../domain/catalog-fact.ts';
import type { Item } from '../domain/item.ts';
import { variantName } from '../domain/product.ts';
import type { Announce } from './announce.ts';

type Others = Pick<Item, 'names' | 'slugs'>;

/** In each language that the product has texts in; values that have no word in it are as in the shop's own. */
const otherNamesSql = `
  SELECT items.id, texts.language, texts.name, texts.slug,
         ARRAY(SELECT coalesce(translations.text, valued.term)
                 FROM unnest(items.option_values) WITH ORDINALITY AS valued (term, place)
                 LEFT JOIN translations ON translations.language = texts.language AND translations.term = valued.term
                ORDER BY place) AS values
    FROM items
    JOIN product_texts AS texts ON texts.product_id = items.product_id
   WHERE items.id = ANY($1::int[])`;

const loadOthers = async (tx: ClientBase, ids: readonly number[]): Promise<Map<number, Others>> => {
  const { rows } = await tx.query<{
    id: number;
    language: string;
    name: string;
    slug: string | null;
    values: string[];
  }>(otherNamesSql, [ids]);
  const others = new Map<number, Others>();
  for (const { id, language, name, slug, values } of rows) {
    const { names, slugs } = others.get(id) ?? {};
    others.set(id, {
      names: { ...names, [language]: variantName(name, values) },
      slugs: { ...slugs, ...(slug && { [language]: slug }) },
    });
  }
  return others;
};

/** An item that is told is told with its names and slugs in other languages: whoever sells it shows it to people of each. */
export const tellOtherNames =
  (announce: Announce): Announce =>
  async (tx, facts, flowOf) => {
    const ids = facts.flatMap((fact) => (fact.type === 'item-changed' ? fact.item.id : []));
    const known = ids.length > 0 ? await loadOthers(tx, ids) : new Map<number, Others>();
    await announce(
      tx,
      facts.map((fact): CatalogFact => {
        const others = fact.type === 'item-changed' ? known.get(fact.item.id) : undefined;
        return fact.type === 'item-changed' && others ? { ...fact, item: { ...fact.item, ...others } } : fact;
      }),
      flowOf,
    );
  };
