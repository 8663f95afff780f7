import type { Migration } from '@quayside/postgres';

/** A mail goes on in the flow that made it due. Mails that were queued before have none. */
export const mailFlow: Migration = {
  name: '0002-mail-flow',
  sql: `
    ALTER TABLE mails ADD COLUMN correlation_id text, ADD COLUMN traceparent text;
  `,
};
