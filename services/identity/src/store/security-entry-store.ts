import { inTransaction } from '@quayside/postgres';
import type { SecurityRecord } from '@quayside/runtime';
import type { Pool, PoolClient } from 'pg';
import type { SecurityEntries, SecurityEntry, SecurityFilter } from '../usecases/security-entries.ts';

type Kept = SecurityRecord & { readonly service: string };

const ofRecords = `service text, id uuid, at timestamptz, until timestamptz, times integer, event text, reason text,
  "userId" text, "onUserId" text, address text, session text, "userAgent" text, method text, path text, detail jsonb`;

const conditions = {
  event: (at: string) => `event = ${at}`,
  address: (at: string) => `address = ${at}`,
  from: (at: string) => `at >= ${at}`,
  to: (at: string) => `at < ${at}`,
  before: (at: string) => `position < ${at}`,
} as const;

const columns = `position, service, at, until, times, event, reason, user_id, on_user_id, address, session, user_agent,
  method, path, detail`;

/**
 * What reads the log. Of an account what it did and what was done to it are two ways in, each along its own index, and
 * then as many as are wanted of both.
 */
export const securityStatement = (
  { account, ...filter }: SecurityFilter,
  limit: number,
): { text: string; values: unknown[] } => {
  const values: unknown[] = [limit];
  const place = (value: unknown) => `$${values.push(value)}`;
  const asked = Object.entries(conditions).flatMap(([name, condition]) => {
    const value = filter[name as keyof typeof conditions];
    return value === undefined ? [] : [condition(place(value))];
  });
  const along = (...more: string[]) =>
    `SELECT ${columns} FROM security_events WHERE ${[...more, ...asked].join(' AND ') || 'true'}
      ORDER BY position DESC LIMIT $1`;
  if (account === undefined) return { text: along(), values };
  const owner = place(account);
  const text = `SELECT * FROM ((${along(`user_id = ${owner}`)}) UNION (${along(`on_user_id = ${owner}`)})) AS of_account
    ORDER BY position DESC LIMIT $1`;
  return { text, values };
};

interface Row {
  position: string;
  service: string;
  at: Date;
  until: Date | null;
  times: number;
  event: SecurityEntry['event'];
  reason: string | null;
  user_id: string | null;
  on_user_id: string | null;
  address: string | null;
  session: string | null;
  user_agent: string | null;
  method: string | null;
  path: string | null;
  detail: NonNullable<SecurityRecord['detail']> | null;
}

const present = <T extends object>(fields: T): { [K in keyof T]: NonNullable<T[K]> } =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as never;

const entryOf = (row: Row, names: ReadonlyMap<string, string>): SecurityEntry => {
  const somebody = (id: string | null) => id && present({ id, name: names.get(id) });
  const { service, times, event, reason, address, session, user_agent: userAgent, method, path } = row;
  return present({
    id: Number(row.position),
    at: row.at.toISOString(),
    until: row.until?.toISOString(),
    ...{ service, times, event, reason, address, session, userAgent, method, path },
    who: somebody(row.user_id),
    on: somebody(row.on_user_id),
    detail:
      typeof row.detail === 'string' ? (JSON.parse(row.detail) as SecurityRecord['detail']) : row.detail,
  }) as SecurityEntry;
};

const namesOf = async (pool: Pool, rows: readonly Row[]): Promise<Map<string, string>> => {
  const ids = [...new Set(rows.flatMap(({ user_id: by, on_user_id: on }) => [by, on]))].filter(
    (id) => id !== null && /^[0-9a-f-]{36}$/.test(id),
  );
  const { rows: users } = await pool.query<{ id: string; name: string }>(
    'SELECT id, name FROM users WHERE id = ANY($1)',
    [ids],
  );
  return new Map(users.map(({ id, name }) => [id, name]));
};

/** The security log: kept here, and told to whoever reads its topic, in one step. */
export const createSecurityEntryStore = ({
  pool,
  appendEvents,
}: {
  pool: Pool;
  appendEvents: (tx: PoolClient, records: readonly Kept[]) => Promise<void>;
}): SecurityEntries => ({
  append: (service, records) =>
    inTransaction(pool, async (tx) => {
      const kept = records.map((record): Kept => ({ ...record, service }));
      const { rows } = await tx.query<{ id: string }>(
        `INSERT INTO security_events (service, id, at, until, times, event, reason, user_id, on_user_id, address,
                                      session, user_agent, method, path, detail)
         SELECT * FROM jsonb_to_recordset($1) AS row (${ofRecords})
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [JSON.stringify(kept)],
      );
      const added = new Set(rows.map(({ id }) => id));
      await appendEvents(
        tx,
        kept.filter(({ id }) => added.has(id)),
      );
    }),
  read: async (filter, limit) => {
    const { rows } = await pool.query<Row>(securityStatement(filter, limit));
    const names = await namesOf(pool, rows);
    return rows.map((row) => entryOf(row, names));
  },
});
