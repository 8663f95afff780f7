import type { Migration } from '@quayside/postgres';

/** How far visits came, by day. What was paid is looked up by day alone, in all currencies. */
export const visits: Migration = {
  name: '0011-visits',
  sql: `
    CREATE TABLE visit_days (
      day date PRIMARY KEY,
      visits integer NOT NULL,
      baskets integer NOT NULL,
      checkouts integer NOT NULL
    );
    CREATE INDEX sales_days_by_day ON sales_days (day);
  `,
};
