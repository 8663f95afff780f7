import type { Migration } from '@quayside/postgres';

export const coupons: Migration = {
  name: '0007-coupons',
  sql: `
    ALTER TABLE campaigns
      ADD COLUMN code text CONSTRAINT campaigns_code UNIQUE,
      ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
    CREATE INDEX campaigns_starts_at ON campaigns (starts_at, id);
  `,
};
