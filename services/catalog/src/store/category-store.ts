import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import type { Category } from '../domain/category.ts';
import { CategoryInUse, CategoryNotFound, ParentNotFound } from '../domain/errors.ts';
import type { CategoryStore } from '../usecases/category-store.ts';
import type { Announce } from './announce.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { takenBy } from './full-product/taken-by.ts';
import { refusedBy } from './refused-by.ts';
import { tellProductsChanged } from './tell-products-changed.ts';

type CategoryRow = Omit<Category, 'changedAt' | 'names' | 'slugs'> & {
  changed_at: Date;
  de: string | null;
  slugs: { readonly de?: string };
};

const entity = 'category';

const toCategory = ({ changed_at, de, slugs, ...category }: CategoryRow): Category => ({
  ...category,
  names: { de },
  slugs: { de: slugs.de ?? null },
  changedAt: changed_at.toISOString(),
});

const audited = ({ slug, name, names: { de }, slugs }: Category) => ({
  slug,
  name,
  ...(de !== null && { german: de }),
  ...(slugs.de !== null && { germanSlug: slugs.de }),
});

/** Siblings in their order, each followed by what is in it. */
const inOrder = (all: readonly Category[], parentId: number | null = null): Category[] =>
  all.filter((one) => one.parentId === parentId).flatMap((one) => [one, ...inOrder(all, one.id)]);

const readTree = async (db: Pool | ClientBase): Promise<Category[]> => {
  const { rows } = await db.query<CategoryRow>(
    `SELECT id, slug, slugs, name, parent_id AS "parentId", path, version, changed_at, coalesce(count, 0) AS products,
            translations.text AS de
       FROM categories
       LEFT JOIN translations ON language = 'de' AND term = name
       LEFT JOIN (SELECT category_id, count(*)::int FROM products GROUP BY category_id) AS counts ON category_id = id
      ORDER BY position, lower(name), id`,
  );
  return inOrder(rows.map(toCategory));
};

/** @throws {CategoryNotFound} */
const pick = (tree: readonly Category[], id: number): Category => {
  const found = tree.find((category) => category.id === id);
  if (!found) throw new CategoryNotFound(id);
  return found;
};

/**
 * Words are kept by what they are called in the shop's own language. Under a new name a category keeps its German word,
 * unless that name has one already.
 */
const saveWord = async (
  tx: ClientBase,
  { name, names: { de } }: Pick<Category, 'name' | 'names'>,
  isAsked: boolean,
): Promise<void> => {
  if (de !== null)
    await tx.query(
      `INSERT INTO translations (language, term, text) VALUES ('de', $1, $2)
       ON CONFLICT (language, term) DO ${isAsked ? 'UPDATE SET text = excluded.text' : 'NOTHING'}`,
      [name, de],
    );
  else if (isAsked) await tx.query("DELETE FROM translations WHERE language = 'de' AND term = $1", [name]);
};

/** As it is kept: languages that it has a slug of its own in. */
const kept = ({ de }: Category['slugs']): string => JSON.stringify(de === null ? {} : { de });

/** The tree is small and a whole: its changes wait for each other, so that no two of them make a cycle. */
const lockTree = async (tx: ClientBase): Promise<Category[]> => {
  await tx.query('LOCK TABLE categories IN SHARE ROW EXCLUSIVE MODE');
  return readTree(tx);
};

export const createCategoryStore = (options: {
  pool: Pool;
  announce: Announce;
  /** Called after a commit, before the caller hears of it. */
  onChange: () => void;
}): CategoryStore => {
  const { pool, announce } = options;
  const write = async <T>(work: (tx: ClientBase) => Promise<T>): Promise<T> => {
    const written = await answerOrUnavailable(inTransaction(pool, work));
    options.onChange();
    return written;
  };
  const orSlugTaken = async <T>(slug: string, writing: Promise<T>): Promise<T> => {
    try {
      return await writing;
    } catch (error) {
      throw takenBy(error, { slug }) ?? error;
    }
  };
  const tellBelow = (tx: ClientBase, id: number) =>
    tellProductsChanged(tx, announce, 'category_id IN (SELECT id FROM categories WHERE $1 = ANY (path))', id);

  return {
    tree: () => answerOrUnavailable(readTree(pool)),
    find: async (id) => pick(await answerOrUnavailable(readTree(pool)), id),
    add: (category, by) =>
      write(async (tx) => {
        const { slug, name, names, slugs, parentId } = category;
        const tree = await lockTree(tx);
        const parent = tree.find(({ id }) => id === parentId);
        if (parentId !== null && !parent) throw new ParentNotFound(parentId);
        // First, as a slug is made from it.
        await saveWord(tx, { name, names }, names.de !== null);
        const inserting = tx.query<{ id: number }>(
          `INSERT INTO categories (id, slug, name, parent_id, path, position, slugs)
           SELECT id, $1, $2, $3, $4::int[] || id, $5, $6
             FROM (SELECT nextval(pg_get_serial_sequence('categories', 'id'))::int AS id) AS next RETURNING id`,
          [slug, name, parentId, parent?.path ?? [], tree.length, kept(slugs)],
        );
        const { rows } = await orSlugTaken(slug, inserting);
        const added = pick(await readTree(tx), (rows[0] as { id: number }).id);
        const after = { ...audited(added), parentId };
        await postgresAuditLog.append(tx, by, { action: 'created', entity, entityId: added.id, after });
        return added;
      }),
    update: (id, by, decide) =>
      write(async (tx) => {
        const before = pick(await lockTree(tx), id);
        const decided = decide(before);
        if (!decided) return before;
        const { slug, name, slugs, version } = decided;
        await saveWord(tx, decided, decided.names.de !== before.names.de);
        await orSlugTaken(
          slug,
          tx.query(
            'UPDATE categories SET slug = $2, name = $3, slugs = $4, version = $5, changed_at = now() WHERE id = $1',
            [id, slug, name, kept(slugs), version],
          ),
        );
        const after = pick(await readTree(tx), id);
        const sides = { before: audited(before), after: audited(after) };
        await postgresAuditLog.append(tx, by, { action: 'changed', entity, entityId: id, ...sides });
        await tellBelow(tx, id);
        return after;
      }),
    move: (id, by, decide) =>
      write(async (tx) => {
        const tree = await lockTree(tx);
        const before = pick(tree, id);
        const placed = decide(before, tree);
        const isSame = placed.every(
          (node, at) => node.id === tree[at]?.id && node.parentId === tree[at].parentId,
        );
        if (isSame) return before;
        await tx.query(
          `UPDATE categories SET parent_id = "parentId", position = row.position, path = row.path
             FROM json_to_recordset($1) AS row (id int, "parentId" int, position int, path int[])
            WHERE categories.id = row.id`,
          [JSON.stringify(placed)],
        );
        await tx.query('UPDATE categories SET version = version + 1, changed_at = now() WHERE id = $1', [id]);
        const placeOf = (
          nodes: readonly { id: number; parentId: number | null }[],
          parentId: number | null,
        ) => ({
          parentId,
          position: nodes.filter((node) => node.parentId === parentId).findIndex((node) => node.id === id),
        });
        const after = pick(await readTree(tx), id);
        await postgresAuditLog.append(tx, by, {
          action: 'moved',
          entity,
          entityId: id,
          before: placeOf(tree, before.parentId),
          after: placeOf(placed, after.parentId),
        });
        if (before.path.join() !== after.path.join()) await tellBelow(tx, id);
        return after;
      }),
    remove: (id, by, check) =>
      write(async (tx) => {
        const before = pick(await lockTree(tx), id);
        check(before);
        await tx.query('DELETE FROM categories WHERE id = $1', [id]).catch((error: unknown) => {
          throw refusedBy('foreignKey', error) ? new CategoryInUse(before.name) : error;
        });
        const gone = { ...audited(before), parentId: before.parentId };
        await postgresAuditLog.append(tx, by, { action: 'deleted', entity, entityId: id, before: gone });
      }),
  };
};
