import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { UserNotFound } from '../domain/errors.ts';
import type { Actor, Found, People, PeopleQuery, Person } from '../usecases/people.ts';
import { counted, countOf, pageStatement } from './user-pages.ts';
import { endSignIns } from './end-sign-ins.ts';
import { orLastAdmin } from './last-admin.ts';
import type { AppendEvent } from './append-event.ts';
import { wordsQuery } from './words-query.ts';

const personColumns = `id, email, name, locale, roles, version, created_at AS "registeredAt",
  disabled_at IS NOT NULL AS "isDisabled", unconfirmed_since IS NULL AS "emailConfirmed"`;

const orders = {
  name: 'lower(name), id',
  '-name': 'lower(name) DESC, id DESC',
  registered: 'created_at, id',
  '-registered': 'created_at DESC, id DESC',
} as const;

/** Spelled out by what is asked, so that each way of asking is planned by the index that serves it. */
const where = ({ q, role }: PeopleQuery): { condition: string; values: string[] } => {
  const conditions = [
    ...(q === undefined ? [] : [`words @@ to_tsquery('simple', $1)`]),
    ...(role === undefined ? [] : [`roles <> '{shopper}'`]),
    ...(role === undefined || role === 'any' ? [] : [`'${role}' = ANY (roles)`]),
  ];
  const condition = conditions.length === 0 ? 'true' : conditions.join(' AND ');
  return { condition, values: q === undefined ? [] : [wordsQuery(q)] };
};

export const peopleStatement = (query: PeopleQuery): { text: string; values: string[] } => {
  const { condition, values } = where(query);
  const { sort = 'name', page, pageSize } = query;
  return {
    text: pageStatement({
      columns: personColumns,
      condition,
      order: orders[sort],
      page,
      pageSize,
      isSearch: query.q !== undefined,
    }),
    values,
  };
};

const list = async (pool: Pool, query: PeopleQuery): Promise<Found<Person>> => {
  const { condition, values } = where(query);
  const [found, totalItems] = await Promise.all([
    pool.query<Person>(peopleStatement(query)),
    countOf(pool, condition, values),
  ]);
  return { items: found.rows, ...counted(totalItems) };
};

export const findPerson = async (db: Pool | ClientBase, id: string, lock = ''): Promise<Person> => {
  const { rows } = await db.query<Person>(`SELECT ${personColumns} FROM users WHERE id = $1 ${lock}`, [id]);
  if (!rows[0]) throw new UserNotFound();
  return rows[0];
};

/** What happened, and to whom: somebody on the staff, or a customer. */
const toldAs = (before: Person, after: Person) => {
  if (before.isDisabled === after.isDisabled) return { action: 'roles-given', entity: 'user' };
  return { action: after.isDisabled ? 'disabled' : 'enabled', entity: 'customer' };
};

/** What of somebody the audit log keeps: nothing that they are known by. */
const audited = ({ roles, isDisabled }: Person) => ({ roles, isDisabled });

/** People as the staff see and change them. */
export const createPeopleStore = ({
  pool,
  appendEvent,
}: {
  pool: Pool;
  appendEvent: AppendEvent;
}): People => ({
  list: (query) => list(pool, query),
  find: (id) => findPerson(pool, id),
  update: (id: string, by: Actor, decide) =>
    orLastAdmin(
      inTransaction(pool, async (tx) => {
        const before = await findPerson(tx, id, 'FOR UPDATE');
        const after = decide(before);
        if (!after) return before;
        await tx.query(
          `UPDATE users SET roles = $2, version = $3,
                  disabled_at = CASE WHEN $4 THEN coalesce(disabled_at, now()) END
            WHERE id = $1`,
          [id, after.roles, after.version, after.isDisabled],
        );
        await endSignIns(tx, id);
        await postgresAuditLog.append(tx, by, {
          ...toldAs(before, after),
          entityId: id,
          before: audited(before),
          after: audited(after),
        });
        await appendEvent(tx, { type: 'user-updated', user: after });
        return after;
      }),
    ),
});
