import { breakdownOfTotals, type PriceBreakdown } from '@quayside/contracts/money';
import { decide } from '../domain/decide.ts';
import type { OrderDetails } from '../domain/order.ts';
import { orderNumberOf } from '../domain/order-number.ts';
import type { FormerBuyers } from './former-buyers.ts';
import type { OrderStore } from './order-store.ts';
import type { OwnGracePeriods } from './own-grace-periods.ts';

/** A checkout of the first release says its totals only; its price follows from them. */
export type Checkout = Omit<OrderDetails, 'number' | 'price'> & {
  readonly price?: PriceBreakdown | undefined;
};

/**
 * A checked-out basket becomes an order, once: its id is the order's. Checkouts and deletions of users come in any
 * order, so it may be the order of somebody who is gone (see `createAnonymiseBuyer`).
 */
export const createSubmitOrder =
  (deps: {
    store: OrderStore;
    formerBuyers: FormerBuyers;
    now: () => Date;
    gracePeriodMs: number;
    gracePeriods?: OwnGracePeriods;
  }) =>
  async (checkout: Checkout, options: { eventId: string }): Promise<'submitted' | 'repeated'> => {
    const now = deps.now();
    const { gracePeriods } = deps;
    const graceEndsAt = new Date(now.getTime() + deps.gracePeriodMs);
    const [submitted] = decide(
      {
        type: 'submit-order',
        at: now.toISOString(),
        details: {
          ...checkout,
          price: checkout.price ?? breakdownOfTotals(checkout.lines, checkout.totals),
          number: orderNumberOf(checkout.id),
        },
        graceEndsAt: graceEndsAt.toISOString(),
      },
      undefined,
    );
    const others = gracePeriods && { othersAfterMs: gracePeriods.othersAfterMs };
    const isNew = submitted !== undefined && (await deps.store.add(submitted, { ...options, ...others }));
    if (await deps.formerBuyers.include(checkout.buyer.id)) {
      const anonymise = { type: 'anonymise-buyer', at: now.toISOString() } as const;
      await deps.store.update(checkout.id, (order) => decide(anonymise, order));
    }
    if (isNew) gracePeriods?.begin(checkout.id, graceEndsAt);
    return isNew ? 'submitted' : 'repeated';
  };
