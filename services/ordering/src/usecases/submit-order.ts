import { decide } from '../domain/decide.ts';
import type { OrderDetails } from '../domain/order.ts';
import { orderNumberOf } from '../domain/order-number.ts';
import type { OrderStore } from './order-store.ts';

export type Checkout = Omit<OrderDetails, 'number'>;

/** A checked-out basket becomes an order, once: its id is the order's. */
export const createSubmitOrder =
  (deps: { store: OrderStore; now: () => Date; gracePeriodMs: number }) =>
  async (checkout: Checkout, options: { eventId: string }): Promise<'submitted' | 'repeated'> => {
    const now = deps.now();
    const [submitted] = decide(
      {
        type: 'submit-order',
        at: now.toISOString(),
        details: { ...checkout, number: orderNumberOf(checkout.id) },
        graceEndsAt: new Date(now.getTime() + deps.gracePeriodMs).toISOString(),
      },
      undefined,
    );
    return submitted && (await deps.store.add(submitted, options)) ? 'submitted' : 'repeated';
  };
