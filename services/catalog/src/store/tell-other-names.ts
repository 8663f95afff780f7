import type { ClientBase } from 'pg';
import type { CatalogFact } from '../domain/catalog-fact.ts';
import { variantName } from '../domain/product.ts';
import type { Announce } from './announce.ts';

type Names = Readonly<Record<string, string>>;

/** In each language that the product has texts in; values that have no word in it are as in the shop's own. */
const otherNamesSql = `
  SELECT items.id, texts.language, texts.name,
         ARRAY(SELECT coalesce(translations.text, valued.term)
                 FROM unnest(items.option_values) WITH ORDINALITY AS valued (term, place)
                 LEFT JOIN translations ON translations.language = texts.language AND translations.term = valued.term
                ORDER BY place) AS values
    FROM items
    JOIN product_texts AS texts ON texts.product_id = items.product_id
   WHERE items.id = ANY($1::int[])`;

const loadOtherNames = async (tx: ClientBase, ids: readonly number[]): Promise<Map<number, Names>> => {
  const { rows } = await tx.query<{ id: number; language: string; name: string; values: string[] }>(
    otherNamesSql,
    [ids],
  );
  const names = new Map<number, Names>();
  for (const { id, language, name, values } of rows)
    names.set(id, { ...names.get(id), [language]: variantName(name, values) });
  return names;
};

/** An item that is told is told with its names in other languages: whoever sells it shows it to people of each. */
export const tellOtherNames =
  (announce: Announce): Announce =>
  async (tx, facts, flowOf) => {
    const ids = facts.flatMap((fact) => (fact.type === 'item-changed' ? fact.item.id : []));
    const names = ids.length > 0 ? await loadOtherNames(tx, ids) : new Map<number, Names>();
    await announce(
      tx,
      facts.map((fact): CatalogFact => {
        const others = fact.type === 'item-changed' ? names.get(fact.item.id) : undefined;
        return fact.type === 'item-changed' && others
          ? { ...fact, item: { ...fact.item, names: others } }
          : fact;
      }),
      flowOf,
    );
  };
