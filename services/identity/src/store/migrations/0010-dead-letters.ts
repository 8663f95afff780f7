import type { Migration } from '@quayside/postgres';

/** Messages that a consumer group of the shop could not handle, as they came. */
export const deadLetterTable: Migration = {
  name: '0010-dead-letters',
  sql: `
    CREATE TABLE dead_letters (
      id text PRIMARY KEY,
      consumer_group text NOT NULL,
      topic text NOT NULL,
      origin_partition integer NOT NULL,
      origin_offset text NOT NULL,
      reason text NOT NULL,
      error text NOT NULL,
      attempts integer NOT NULL,
      failed_at timestamptz NOT NULL,
      event_id text,
      event_type text,
      subject text,
      correlation_id text,
      message jsonb NOT NULL,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'redriving', 'redriven', 'discarded')),
      redrives integer NOT NULL DEFAULT 0,
      settled_at timestamptz,
      discard_reason text
    );
    CREATE INDEX dead_letters_by_time ON dead_letters (failed_at DESC, id);
    CREATE INDEX dead_letters_by_state ON dead_letters (state, failed_at DESC, id);
    CREATE INDEX dead_letters_by_group ON dead_letters (consumer_group, failed_at DESC, id);
    CREATE INDEX dead_letters_by_subject ON dead_letters (subject);
    CREATE INDEX dead_letters_by_event ON dead_letters (event_id);
    CREATE INDEX dead_letters_by_flow ON dead_letters (correlation_id);
    CREATE INDEX dead_letters_by_type ON dead_letters (event_type);
  `,
};
