import {
  changedFields,
  currentCorrelationId,
  type AuditActor as Actor,
  type AuditChange,
  type AuditEntry,
  type AuditPage,
  type AuditQuery,
} from '@quayside/runtime';
import type { ClientBase, Pool } from 'pg';
import type { Migration } from '../migration.ts';

/**
 * Entries are never changed and never deleted, for which the database has triggers. So the names of people are kept
 * apart, and can be forgotten: an entry says who by reference, and by the name the person had then.
 */
const migration: Migration = {
  name: 'audit',
  repeatable: true,
  sql: `
    CREATE TABLE IF NOT EXISTS audit_names (
      id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      actor_id text NOT NULL,
      name text NOT NULL,
      UNIQUE (actor_id, name)
    );
    CREATE TABLE IF NOT EXISTS audit_log (
      id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      at timestamptz NOT NULL DEFAULT now(),
      actor_id text NOT NULL,
      name_id bigint NOT NULL,
      action text NOT NULL,
      entity text NOT NULL,
      entity_id text NOT NULL,
      before jsonb,
      after jsonb,
      correlation_id text
    );
    CREATE INDEX IF NOT EXISTS audit_log_by_entity ON audit_log (entity, entity_id, id);
    CREATE INDEX IF NOT EXISTS audit_log_by_kind ON audit_log (entity, id);
    CREATE INDEX IF NOT EXISTS audit_log_by_action ON audit_log (action, id);
    CREATE INDEX IF NOT EXISTS audit_log_by_actor ON audit_log (actor_id, id);
    CREATE INDEX IF NOT EXISTS audit_log_by_time ON audit_log (at);

    CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the audit log is only added to' USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE OR REPLACE TRIGGER audit_log_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
  `,
};

interface AuditRow {
  id: string;
  at: Date;
  actor_id: string;
  name: string | null;
  action: string;
  entity: string;
  entity_id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  correlation_id: string | null;
}

const toEntry = (row: AuditRow): AuditEntry => ({
  id: Number(row.id),
  at: row.at.toISOString(),
  actor: { id: row.actor_id, ...(row.name !== null && { name: row.name }) },
  action: row.action,
  entity: row.entity,
  entityId: row.entity_id,
  ...(row.before && { before: row.before }),
  ...(row.after && { after: row.after }),
  ...(row.correlation_id !== null && { correlationId: row.correlation_id }),
});

const conditions = {
  entity: 'entity = $',
  entityId: 'entity_id = $',
  action: 'action = $',
  actor: 'log.actor_id = $',
  from: 'at >= $',
  to: 'at < $',
  before: 'log.id < $',
} as const;

/** The audit log of a Postgres service: who of the staff changed what. */
export const postgresAuditLog = {
  /** Creates its tables, as a migration for `runMigrations`. */
  migration,

  /** Writes changes in the transaction that makes them; of a change with both sides, the fields that differ. */
  async append(tx: ClientBase, actor: Actor, ...changes: readonly AuditChange[]): Promise<void> {
    const told = changes.map(changedFields).filter((change) => change !== undefined);
    if (told.length === 0) return;
    const rows = told.map(({ entityId, ...change }) => ({ ...change, entity_id: String(entityId) }));
    // A statement of its own: one that waits for another process to add the same name would not see it.
    await tx.query({
      name: 'audit-name',
      text: `INSERT INTO audit_names (actor_id, name)
             SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM audit_names WHERE actor_id = $1 AND name = $2)
             ON CONFLICT DO NOTHING`,
      values: [actor.id, actor.name],
    });
    await tx.query({
      name: 'audit-append',
      text: `INSERT INTO audit_log (actor_id, name_id, action, entity, entity_id, before, after, correlation_id)
             SELECT $1, (SELECT id FROM audit_names WHERE actor_id = $1 AND name = $2),
                    action, entity, entity_id, before, after, $4
               FROM jsonb_to_recordset($3) AS row (action text, entity text, entity_id text, before jsonb, after jsonb)`,
      values: [actor.id, actor.name, JSON.stringify(rows), currentCorrelationId() ?? null],
    });
  },

  /** The newest first. */
  async read(pool: Pool, { pageSize, ...filter }: AuditQuery): Promise<AuditPage> {
    const asked = Object.entries(conditions).filter(
      ([name]) => filter[name as keyof typeof filter] !== undefined,
    );
    const where = asked.map(([, condition], at) => `${condition}${at + 2}`).join(' AND ') || 'true';
    const { rows } = await pool.query<AuditRow>(
      `SELECT log.id, at, log.actor_id, name, action, entity, entity_id, before, after, correlation_id
         FROM audit_log AS log LEFT JOIN audit_names ON audit_names.id = name_id
        WHERE ${where} ORDER BY log.id DESC LIMIT $1`,
      [pageSize + 1, ...asked.map(([name]) => filter[name as keyof typeof filter])],
    );
    const items = rows.slice(0, pageSize).map(toEntry);
    const last = items.at(-1);
    return { items, ...(rows.length > pageSize && last && { next: last.id }) };
  },

  /**
   * SQL: the last name that the log knows of an actor, null once their account is gone.
   *
   * @param actorId an expression, by its table where `actor_id` alone could be that of the names
   */
  nameOf: (actorId: string): string =>
    `(SELECT name FROM audit_names WHERE audit_names.actor_id = ${actorId} ORDER BY id DESC LIMIT 1)`,

  /** Of somebody whose account is gone only the reference stays. */
  async forget(tx: ClientBase, actorId: string): Promise<void> {
    await tx.query('DELETE FROM audit_names WHERE actor_id = $1', [actorId]);
  },
};
