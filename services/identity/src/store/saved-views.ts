import { randomUUID } from 'node:crypto';
import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import { DatabaseError, type ClientBase, type Pool } from 'pg';
import {
  maxViews,
  requireMayChange,
  TooManyViews,
  ViewNameTaken,
  ViewNotFound,
  type SavedView,
} from '../domain/saved-view.ts';
import type { SavedViews } from '../usecases/saved-views.ts';

interface Row extends Omit<SavedView, 'owner'> {
  owner: string | null;
}

const entity = 'view';

const viewsSql = (condition: string): string => `
  SELECT views.id, views.name, is_shared AS "isShared", coalesce(owner_id = $1, false) AS "isMine",
         users.name AS owner, query, views.version
    FROM saved_views AS views LEFT JOIN users ON users.id = owner_id
   WHERE "table" = $2 AND ${condition} ORDER BY lower(views.name), views.id`;

const toView = ({ owner, ...view }: Row): SavedView => ({ ...view, ...(owner !== null && { owner }) });

/** @throws {ViewNotFound} */
const find = async (
  tx: ClientBase,
  { table, id, by }: { table: string; id: string; by: { readonly id: string } },
): Promise<SavedView> => {
  const { rows } = await tx.query<Row>(viewsSql('views.id = $3'), [by.id, table, id]);
  if (!rows[0]) throw new ViewNotFound();
  return toView(rows[0]);
};

const lock = async (tx: ClientBase, on: Parameters<typeof find>[1]): Promise<SavedView> => {
  await tx.query('SELECT 1 FROM saved_views WHERE id = $1 FOR UPDATE', [on.id]);
  return find(tx, on);
};

/** What the log says of a view: which filters it has, and no text that somebody looked for. */
const told = ({ name, isShared, query }: Pick<SavedView, 'name' | 'isShared' | 'query'>) => ({
  name,
  isShared,
  ...query.filters,
});

const orNameTaken = (error: unknown): never => {
  throw error instanceof DatabaseError && error.constraint === 'saved_views_by_name'
    ? new ViewNameTaken()
    : error;
};

export const createSavedViews = ({ pool }: { pool: Pool }): SavedViews => ({
  list: async (table, by) =>
    (await pool.query<Row>(viewsSql('(owner_id = $1 OR is_shared)'), [by.id, table])).rows.map(toView),
  add: (table, { name, isShared, query }, by) =>
    inTransaction(pool, async (tx) => {
      // Who adds two at once is counted one after the other.
      await tx.query('SELECT 1 FROM users WHERE id = $1 FOR UPDATE', [by.id]);
      const { rows } = await tx.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM saved_views WHERE owner_id = $1 AND "table" = $2',
        [by.id, table],
      );
      if ((rows[0]?.count ?? 0) >= maxViews) throw new TooManyViews();
      const id = randomUUID();
      await tx.query(
        'INSERT INTO saved_views (id, "table", name, owner_id, is_shared, query) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, table, name, by.id, isShared, JSON.stringify(query)],
      );
      const after = told({ name, isShared, query });
      await postgresAuditLog.append(tx, by, { action: 'created', entity, entityId: id, after });
      return find(tx, { table, id, by });
    }).catch(orNameTaken),
  change: ({ by: { isAdmin, ...by }, expectedVersion, ...on }, change) =>
    inTransaction(pool, async (tx) => {
      const before = await lock(tx, { ...on, by });
      requireMayChange(before, { isAdmin, expectedVersion });
      await tx.query(
        `UPDATE saved_views SET name = coalesce($2, name), is_shared = coalesce($3, is_shared),
                query = coalesce($4, query), version = version + 1 WHERE id = $1`,
        [
          on.id,
          change.name ?? null,
          change.isShared ?? null,
          change.query ? JSON.stringify(change.query) : null,
        ],
      );
      const after = await find(tx, { ...on, by });
      const sides = { before: told(before), after: told(after) };
      await postgresAuditLog.append(tx, by, { action: 'changed', entity, entityId: on.id, ...sides });
      return after;
    }).catch(orNameTaken),
  remove: ({ by: { isAdmin, ...by }, expectedVersion, ...on }) =>
    inTransaction(pool, async (tx) => {
      const before = await lock(tx, { ...on, by });
      requireMayChange(before, { isAdmin, expectedVersion });
      await tx.query('DELETE FROM saved_views WHERE id = $1', [on.id]);
      await postgresAuditLog.append(tx, by, {
        action: 'deleted',
        entity,
        entityId: on.id,
        before: told(before),
      });
    }),
});
