import type { ClientBase } from 'pg';
import type { CatalogFact } from '../../domain/catalog-fact.ts';
import type { FullProduct, FullVariant } from '../../domain/full-product/full-product.ts';
import type { Announce } from '../announce.ts';
import { itemColumns, itemTables, toItem, type ItemRow } from '../item-row.ts';
import { tellUntoldStock } from '../tell-untold-stock.ts';

const itemsOf = async (tx: ClientBase, ids: readonly number[]): Promise<CatalogFact[]> => {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<ItemRow>(
    `SELECT ${itemColumns} FROM ${itemTables} WHERE items.id = ANY($1) ORDER BY items.id`,
    [ids],
  );
  return rows.map((row) => ({ type: 'item-changed', item: toItem(row) }));
};

/** Tells each variant that is new or not what it was, and its stock if nobody was told of that. */
export const tellVariants = async (
  tx: ClientBase,
  announce: Announce,
  change: {
    before: FullProduct;
    after: FullProduct;
    made: readonly number[];
    facts: readonly CatalogFact[];
  },
): Promise<void> => {
  const versions = new Map(change.before.variants.map(({ itemId, version }) => [itemId, version]));
  const changed = change.after.variants
    .filter(({ itemId, version }) => versions.get(itemId) !== version)
    .map(({ itemId }) => itemId);
  await announce(tx, [...(await itemsOf(tx, changed)), ...change.facts]);
  if (change.made.length > 0) await tellUntoldStock(tx, announce);
};

/** The same for many products at once; those that were not there before are told as a whole. */
export const tellBatch = async (
  tx: ClientBase,
  announce: Announce,
  {
    told,
    facts,
  }: {
    told: readonly { readonly before: FullProduct | undefined; readonly after: FullProduct }[];
    facts: readonly CatalogFact[];
  },
): Promise<void> => {
  const versions = new Map(
    told.flatMap(({ before }) => before?.variants ?? []).map(({ itemId, version }) => [itemId, version]),
  );
  const changed = told
    .flatMap(({ after }) => after.variants)
    .filter(({ itemId, version }) => versions.get(itemId) !== version)
    .map(({ itemId }) => itemId);
  await announce(tx, [...(await itemsOf(tx, changed)), ...facts]);
  await tellUntoldStock(tx, announce);
};

/** Before they are deleted: whoever has a copy has one that is no longer sold. */
export const tellGone = async (
  tx: ClientBase,
  announce: Announce,
  gone: readonly FullVariant[],
): Promise<void> => {
  const ids = gone.map(({ itemId }) => itemId);
  if (ids.length === 0) return;
  await tx.query('UPDATE items SET active = false, version = version + 1 WHERE id = ANY($1)', [ids]);
  await announce(tx, await itemsOf(tx, ids));
};
