import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { Pool, PoolClient } from 'pg';
import type {
  Customer,
  CustomerFilter,
  CustomerNote,
  CustomerQuery,
  Customers,
  ListedCustomer,
  OrderFigures,
} from '../usecases/customers.ts';
import type { Actor, Found, Person } from '../usecases/people.ts';
import { deletePerson } from './delete-person.ts';
import { endSignIns } from './end-sign-ins.ts';
import { orLastAdmin } from './last-admin.ts';
import { findPerson } from './people-store.ts';
import { signInSessions } from './sign-in-sessions.ts';
import { counted, countOf, pageStatement } from './user-pages.ts';
import type { AppendEvent } from './append-event.ts';
import { wordsQuery } from './words-query.ts';

const entity = 'customer';
const figures = 'orders, spend, last_order_at AS "lastOrderAt"';
export const customerColumns = `id, name, email, created_at AS "registeredAt", disabled_at IS NOT NULL AS "isDisabled", ${figures}`;

const lastOrder = `coalesce(last_order_at, '-infinity')`;
const orders = {
  name: 'lower(name), id',
  '-name': 'lower(name) DESC, id DESC',
  registered: 'created_at, id',
  '-registered': 'created_at DESC, id DESC',
  orders: 'orders, id',
  '-orders': 'orders DESC, id DESC',
  'last-order': `${lastOrder}, id`,
  '-last-order': `${lastOrder} DESC, id DESC`,
} as const;

/** Spelled out by what is asked, so that each way of asking is planned by the index that serves it. */
export const customersWhere = ({ q, state }: CustomerFilter): { condition: string; values: string[] } => {
  const conditions = [
    ...(q === undefined ? [] : [`words @@ to_tsquery('simple', $1)`]),
    ...(state === undefined ? [] : [`disabled_at IS ${state === 'disabled' ? 'NOT NULL' : 'NULL'}`]),
  ];
  const condition = conditions.length === 0 ? 'true' : conditions.join(' AND ');
  return { condition, values: q === undefined ? [] : [wordsQuery(q)] };
};

export const customersStatement = (query: CustomerQuery): { text: string; values: string[] } => {
  const { condition, values } = customersWhere(query);
  const { sort = '-registered', page, pageSize, q } = query;
  const order = orders[sort];
  return {
    text: pageStatement({
      columns: customerColumns,
      condition,
      order,
      page,
      pageSize,
      isSearch: q !== undefined,
    }),
    values,
  };
};

const list = async (pool: Pool, query: CustomerQuery): Promise<Found<ListedCustomer>> => {
  const { condition, values } = customersWhere(query);
  const [found, totalItems] = await Promise.all([
    pool.query<ListedCustomer>(customersStatement(query)),
    countOf(pool, condition, values),
  ]);
  return { items: found.rows, ...counted(totalItems) };
};

const notesOf = async (tx: PoolClient, id: string): Promise<CustomerNote[]> => {
  const { rows } = await tx.query<CustomerNote>(
    `SELECT note.id, note.at, note.text, note.author_id AS "authorId", author.name AS "authorName"
       FROM customer_notes AS note LEFT JOIN users AS author ON author.id = note.author_id
      WHERE note.user_id = $1 ORDER BY note.at DESC LIMIT 200`,
    [id],
  );
  return rows;
};

const customerOf = async (tx: PoolClient, person: Person): Promise<Customer> => {
  const { rows } = await tx.query<OrderFigures>(`SELECT ${figures} FROM users WHERE id = $1`, [person.id]);
  const known = rows[0] ?? { orders: 0, spend: [], lastOrderAt: null };
  const [sessions, notes] = [await signInSessions(tx, person.id), await notesOf(tx, person.id)];
  return { ...person, ...known, sessions, notes };
};

/** Whoever works on a customer reads the page often; each visit is on record once. */
const wasSeenLately = async (tx: PoolClient, id: string, by: Actor): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM audit_log WHERE entity = '${entity}' AND entity_id = $1 AND action = 'viewed' AND actor_id = $2
        AND at > now() - interval '10 minutes' LIMIT 1`,
    [id, by.id],
  );
  return rowCount !== 0;
};

/** Customers as the staff see them. */
export const createCustomerStore = (options: { pool: Pool; appendEvent: AppendEvent }): Customers => {
  const { pool, appendEvent } = options;
  const record = (tx: PoolClient, by: Actor, action: string, entityId: string) =>
    postgresAuditLog.append(tx, by, { action, entity, entityId });

  return {
    list: (query) => list(pool, query),
    read: (id, by, why) =>
      inTransaction(pool, async (tx) => {
        const person = await findPerson(tx, id);
        if (why === 'exported' || !(await wasSeenLately(tx, id, by))) await record(tx, by, why, id);
        return customerOf(tx, person);
      }),
    addNote: (id, by, note) =>
      inTransaction(pool, async (tx) => {
        const person = await findPerson(tx, id, 'FOR KEY SHARE');
        const { rowCount } = await tx.query(
          `INSERT INTO customer_notes (id, user_id, at, author_id, text) VALUES ($1, $2, now(), $3, $4)
           ON CONFLICT DO NOTHING`,
          [note.id, id, by.id, note.text],
        );
        if (rowCount === 1) await record(tx, by, 'noted', id);
        return customerOf(tx, person);
      }),
    signOut: (id, by, check) =>
      inTransaction(pool, async (tx) => {
        check(await findPerson(tx, id, 'FOR UPDATE'));
        await endSignIns(tx, id);
        await record(tx, by, 'signed-out', id);
      }),
    remove: (id, by, check) =>
      orLastAdmin(
        inTransaction(pool, async (tx) => {
          check(await findPerson(tx, id, 'FOR UPDATE'));
          await deletePerson(tx, id, appendEvent);
          await record(tx, by, 'deleted', id);
        }),
      ),
  };
};
