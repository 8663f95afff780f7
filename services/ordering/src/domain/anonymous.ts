import type { HistoryEntry, Order } from './order.ts';

const name = 'Former customer';
const removed = 'removed';

/** Of somebody who is forgotten; tax rests on the country and its state. */
export const anonymousDetails = ({
  country,
  state,
}: {
  country: string;
  state?: string | undefined;
}): { name: string; email: string; shippingAddress: Order['shippingAddress'] } => ({
  name,
  email: '',
  shippingAddress: {
    name,
    street: removed,
    city: removed,
    ...(state !== undefined && { state }),
    postalCode: removed,
    country,
  },
});

/** Whether of an address only the country is left, and its state. */
export const isForgottenAddress = (address: Order['shippingAddress']): boolean =>
  address.name === name && address.street === removed && address.city === removed;

export const isAnonymous = ({ buyer }: Pick<Order, 'buyer'>): boolean => buyer.email === '';

/** What people gave as a reason. A cancellation repeats it in each status that comes after. */
const wordsOfPeople = (history: readonly HistoryEntry[]): ReadonlySet<string | undefined> =>
  new Set(history.filter(({ by }) => by === 'buyer' || by === 'admin').map(({ reason }) => reason));

/**
 * The order without the person, for the books: number, times, lines, amounts, country and state. What people wrote goes
 * too, as it may name somebody; so does a parcel's number, which at its carrier leads to the address.
 */
export const anonymous = (order: Order): Order => {
  const { progress, payment, fulfilment } = order;
  const { shippingAddress, ...buyer } = anonymousDetails(order.shippingAddress);
  const said = wordsOfPeople(order.history);
  return {
    ...order,
    buyer: { id: order.buyer.id, ...buyer, ...(order.buyer.isGuest && { isGuest: true }) },
    shippingAddress,
    progress:
      progress.stage === 'cancelled' && said.has(progress.reason) ? { ...progress, reason: '' } : progress,
    payment: {
      ...payment,
      ledger: payment.ledger.map((entry) => (entry.kind === 'refund' ? { ...entry, reason: '' } : entry)),
    },
    fulfilment: {
      shipments: fulfilment.shipments.map(({ tracking: _, ...shipment }) => shipment),
      cancellations: fulfilment.cancellations.map((one) => ({ ...one, reason: '' })),
      returns: fulfilment.returns.map(({ refusal, ...one }) => ({
        ...one,
        reason: '',
        ...(refusal !== undefined && { refusal: '' }),
      })),
    },
    history: order.history.map(({ reason, ...entry }) =>
      reason === undefined || said.has(reason) ? entry : { ...entry, reason },
    ),
  };
};
