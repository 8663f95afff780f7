import type { Migration } from '@quayside/postgres';

/** Which orders used a code. Whether one was cancelled is with the orders, wherever it is heard of first. */
export const couponUses: Migration = {
  name: '0008-coupon-uses',
  sql: `
    ALTER TABLE campaigns
      ADD COLUMN max_uses integer CHECK (max_uses > 0),
      ADD COLUMN max_uses_per_customer integer CHECK (max_uses_per_customer > 0);
    CREATE TABLE coupon_uses (order_id uuid PRIMARY KEY, code text NOT NULL);
    CREATE INDEX coupon_uses_of_code ON coupon_uses (code, order_id);
  `,
};
