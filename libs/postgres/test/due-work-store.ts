import type { OpenDueWorkStore } from '@quayside/due-work/conformance';
import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import pg from 'pg';
import { createPostgresDueWorkQueue } from '../src/index.ts';

export const openDueWorkStore: OpenDueWorkStore = async (url) => {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => undefined);
  await pool.query(`
    CREATE TABLE IF NOT EXISTS alarms (
      id uuid PRIMARY KEY,
      kind text NOT NULL,
      due_at timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      correlation_id text,
      traceparent text,
      done boolean NOT NULL DEFAULT false
    );
    CREATE INDEX IF NOT EXISTS alarms_due ON alarms (due_at) WHERE NOT done`);
  return {
    queue: (now) => createPostgresDueWorkQueue({ pool, table: 'alarms', isOpen: 'NOT done', now }),
    add: async ({ id, kind, at }) => {
      await pool.query(
        `INSERT INTO alarms (id, kind, due_at, correlation_id, traceparent) VALUES ($1, $2, $3, $4, $5)`,
        [id, kind, at, currentCorrelationId(), currentTraceparent()],
      );
    },
    finish: async ({ id }) => void (await pool.query('UPDATE alarms SET done = true WHERE id = $1', [id])),
    clear: async () => void (await pool.query('DELETE FROM alarms')),
    close: () => pool.end(),
  };
};
