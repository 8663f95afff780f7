import { breakdownOfTotals, type PriceBreakdown } from '@quayside/contracts/money';
import { anonymousDetails, isAnonymous } from '../domain/anonymous.ts';
import { decide } from '../domain/decide.ts';
import type { OrderDetails } from '../domain/order.ts';
import { orderNumberOf } from '../domain/order-number.ts';
import type { CheckoutDetails, KeptDetails } from './checkout-details.ts';
import type { FormerBuyers } from './former-buyers.ts';
import type { OrderStore } from './order-store.ts';
import { newReach } from './order-link.ts';
import type { OwnGracePeriods } from './own-grace-periods.ts';

/** A checkout of the first release says its totals only, from which its price follows; and who checked out. */
export type Checkout = Pick<OrderDetails, 'id' | 'lines' | 'totals' | 'paymentToken' | 'submittedAt'> & {
  readonly buyerId: string;
  readonly destination?: { readonly country: string; readonly region?: string | undefined } | undefined;
  readonly price?: PriceBreakdown | undefined;
  readonly details?: CheckoutDetails | undefined;
};

const detailsOf = (
  { id, buyerId, lines, totals, paymentToken, submittedAt, price }: Checkout,
  { name, email, shippingAddress, guest }: CheckoutDetails,
): OrderDetails => ({
  ...{ id, lines, totals, paymentToken, submittedAt, shippingAddress },
  number: orderNumberOf(id),
  buyer: {
    ...{ id: buyerId, name, email },
    ...(guest && { isGuest: true, reach: newReach(guest.locale) }),
  },
  price: price ?? breakdownOfTotals(lines, totals),
});

/**
 * A checked-out basket becomes an order, once: its id is the order's. Who checked out and where to is asked of Basket,
 * which keeps it until it hears that the order is submitted; so this may be repeated after a crash at any point.
 *
 * Checkouts and deletions of users come in any order, so it may be the order of somebody who is gone: one that Basket
 * has forgotten, or one that was there before (see `createAnonymiseBuyer`). Such an order ends here, without a charge.
 */
export const createSubmitOrder =
  (deps: {
    store: OrderStore;
    keptDetails: KeptDetails;
    formerBuyers: FormerBuyers;
    now: () => Date;
    gracePeriodMs: number;
    gracePeriods?: OwnGracePeriods;
  }) =>
  async (checkout: Checkout, options: { eventId: string }): Promise<'submitted' | 'repeated'> => {
    const now = deps.now();
    const { gracePeriods } = deps;
    const { id: orderId, buyerId } = checkout;
    const details = checkout.details ?? (await deps.keptDetails.of({ orderId, buyerId }));
    const { country = '', region: state } = checkout.destination ?? {};
    const graceEndsAt = new Date(now.getTime() + deps.gracePeriodMs);
    const [submitted] = decide(
      {
        type: 'submit-order',
        at: now.toISOString(),
        details: detailsOf(checkout, details ?? anonymousDetails({ country, state })),
        graceEndsAt: graceEndsAt.toISOString(),
      },
      undefined,
    );
    const others = gracePeriods && { othersAfterMs: gracePeriods.othersAfterMs };
    const isNew = submitted !== undefined && (await deps.store.add(submitted, { ...options, ...others }));
    const isGone = await deps.formerBuyers.include(buyerId);
    if (isGone || !details) {
      const anonymise = { type: 'anonymise-buyer', at: now.toISOString() } as const;
      // One that was submitted before has its details, although Basket has dropped them since.
      await deps.store.update(orderId, (order) =>
        isGone || isAnonymous(order) ? decide(anonymise, order) : [],
      );
    } else if (isNew) gracePeriods?.begin(orderId, graceEndsAt);
    return isNew ? 'submitted' : 'repeated';
  };
