import type { Migration } from '../migration.ts';

/** A job and what it has to do, piece by piece. `due_at` and `attempts` are those of due work. */
export const jobsMigration: Migration = {
  name: 'jobs',
  repeatable: true,
  sql: `
    CREATE TABLE IF NOT EXISTS jobs (
      id uuid PRIMARY KEY,
      kind text NOT NULL,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
      input jsonb NOT NULL,
      actor_id text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      finished_at timestamptz,
      due_at timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      correlation_id text,
      traceparent text
    );
    CREATE INDEX IF NOT EXISTS jobs_due ON jobs (due_at) WHERE state = 'open';
    CREATE INDEX IF NOT EXISTS jobs_by_time ON jobs (created_at, id);

    CREATE TABLE IF NOT EXISTS job_items (
      job_id uuid NOT NULL REFERENCES jobs,
      position integer NOT NULL,
      entity_id text NOT NULL,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'unchanged', 'failed')),
      code text,
      detail text,
      result jsonb,
      PRIMARY KEY (job_id, position)
    );
    CREATE INDEX IF NOT EXISTS job_items_by_state ON job_items (job_id, state, position);
    CREATE INDEX IF NOT EXISTS job_items_by_entity ON job_items (job_id, entity_id);
  `,
};
