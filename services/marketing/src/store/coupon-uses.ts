import type { ClientBase } from 'pg';
import type { CouponUse } from '../usecases/sales.ts';

/** Each order once, however often it is told. */
export const noteCouponUses = async (tx: ClientBase, uses: readonly CouponUse[]): Promise<void> => {
  if (uses.length === 0) return;
  await tx.query({
    name: 'coupon-uses',
    text: `INSERT INTO coupon_uses (order_id, code) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING`,
    values: [uses.map(({ orderId }) => orderId), uses.map(({ code }) => code)],
  });
};
