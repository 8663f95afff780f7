import type { Order, StaffOrder } from '@quayside/contracts';
import { eventually } from './control.ts';
import type { Answer, ShopClient } from './shop-client.ts';

const patienceMs = 150_000;

interface World {
  shopper: ShopClient;
  admin: ShopClient;
}

/** Units that the shop is to have less of for an order: bought, and neither cancelled nor put back on the shelf. */
export const unitsGone = ({ status, items, cancelledItems, returns }: Order): number => {
  const of = (lines: readonly { quantity: number }[]) =>
    lines.reduce((all, { quantity }) => all + quantity, 0);
  return status === 'cancelled'
    ? 0
    : of(items) - of(cancelledItems) - of(returns.flatMap(({ restocked }) => restocked ?? []));
};

/**
 * What becomes of orders, told by people who do not give up: whatever they ask for they ask again, in the same words,
 * until it shows. Each buys two of one item.
 */
export const orderStories = async ({ shopper, admin }: World) => {
  // Not the most plentiful, which is what others buy.
  const { body: stocked } = await shopper.items({ inStock: 'true', pageSize: 100 });
  const enough = stocked.items.filter(({ availableStock }) => availableStock >= 40);
  const itemId = enough.toSorted((one, other) => one.availableStock - other.availableStock)[0]?.id ?? 0;

  const readAsStaff = async (id: string): Promise<StaffOrder | undefined> => {
    const { status, body } = await admin.ask('GET /api/v1/staff/orders/:id', { params: { id } });
    return status === 200 ? body : undefined;
  };

  type Ask = (
    order: StaffOrder,
    headers: { 'if-match': string; 'idempotency-key': string },
  ) => Promise<Answer>;

  /** Looks until it is so; asks for it meanwhile, where that is said how. */
  const until = (id: string, isSo: (order: StaffOrder) => boolean, ask?: Ask): Promise<StaffOrder> => {
    const key = crypto.randomUUID();
    const look = async () => {
      const order = await readAsStaff(id);
      if (!order || isSo(order)) return order;
      await ask?.(order, { 'if-match': `"v${order.version}"`, 'idempotency-key': key });
      return undefined;
    };
    return eventually(`order ${id} to be so: ${isSo.toString()}`, look, patienceMs);
  };

  const buy = async (token: string): Promise<string> => {
    const key = crypto.randomUUID();
    return eventually(
      'a checkout to be taken',
      async () => {
        const { status: held } = await shopper.put(itemId, 2);
        if (held >= 300) return undefined;
        const { status, body } = await shopper.checkoutWith({ key, token });
        return status === 202 && body.orderId;
      },
      patienceMs,
    );
  };

  const units = (quantity: number) => [{ itemId, quantity }];
  const isPaid = ({ status }: StaffOrder) => status === 'paid';
  const gaveBack = ({ ledger }: StaffOrder) =>
    ledger.some(({ kind, state }) => kind === 'refund' && state === 'succeeded');

  /** Asked for once the order is paid; over when the money is back. */
  const backOfPaid =
    (isDone: (order: StaffOrder) => boolean, ask: (id: string) => Ask) => async (id: string) => {
      await until(id, isPaid);
      await until(id, isDone, ask(id));
      await until(id, gaveBack);
    };

  const refundOne = backOfPaid(
    ({ ledger }) => ledger.some(({ kind }) => kind === 'refund'),
    (id) => (_order, headers) =>
      admin.ask('POST /api/v1/staff/orders/:id/refunds', {
        ...{ params: { id }, headers, body: { lines: units(1), reason: 'Scratched' } },
      }),
  );

  const cancelOne = backOfPaid(
    ({ cancelledItems }) => cancelledItems.length > 0,
    (id) => (_order, headers) =>
      admin.ask('POST /api/v1/staff/orders/:id/cancellations', {
        ...{ params: { id }, headers, body: { lines: units(1), reason: 'One is broken' } },
      }),
  );

  const cancelPaid = backOfPaid(
    ({ stage }) => stage === 'cancelled',
    (id) => (_order, headers) =>
      admin.ask('POST /api/v1/staff/orders/:id/cancel', {
        ...{ params: { id }, headers, body: { reason: 'The buyer called' } },
      }),
  );

  const sendBackOne = async (id: string): Promise<void> => {
    await until(id, isPaid);
    const isShipped = ({ shipments }: StaffOrder) =>
      shipments.length > 0 && shipments.every(({ state }) => state !== 'prepared');
    const { shipments } = await until(id, isShipped, (_order, headers) =>
      admin.ask('POST /api/v1/staff/orders/:id/ship-rest', {
        ...{ params: { id }, headers, body: { carrier: 'DHL', tracking: 'JD014600003' } },
      }),
    );
    const shipmentId = shipments[0]?.id ?? '';
    const isThere = (order: StaffOrder) => order.shipments.every(({ state }) => state === 'delivered');
    await until(id, isThere, (_order, headers) =>
      admin.ask('POST /api/v1/staff/orders/:id/shipments/:shipmentId/deliver', {
        ...{ params: { id, shipmentId }, headers },
      }),
    );
    const asked = await until(
      id,
      ({ returns }) => returns.length > 0,
      (_order, { 'idempotency-key': key }) =>
        shopper.ask('POST /api/v1/orders/:id/returns', {
          ...{ params: { id }, headers: { 'idempotency-key': key } },
          body: { lines: units(1), reason: 'Too bright' },
        }),
    );
    const params = { id, returnId: asked.returns[0]?.id ?? '' };
    const isReturn = (state: string) => (order: StaffOrder) => order.returns[0]?.state === state;
    await until(id, isReturn('approved'), (_order, headers) =>
      admin.ask('POST /api/v1/staff/orders/:id/returns/:returnId/approve', { params, headers }),
    );
    await until(id, isReturn('received'), (_order, headers) =>
      admin.ask('POST /api/v1/staff/orders/:id/returns/:returnId/receive', {
        ...{ params, headers, body: { restocked: units(1) } },
      }),
    );
    await until(id, isReturn('refunded'), (_order, headers) =>
      admin.ask('POST /api/v1/staff/orders/:id/returns/:returnId/refund', { params, headers, body: {} }),
    );
    await until(id, gaveBack);
  };

  const payAgain = async (id: string): Promise<void> => {
    const isOver = ({ status }: StaffOrder) => status === 'paid' || status === 'cancelled';
    // The stock may be given up meanwhile; then there is nothing to pay.
    await until(id, isOver, () =>
      shopper.ask('POST /api/v1/orders/:id/pay', { params: { id }, body: { paymentToken: 'tok_ok' } }),
    );
  };

  return {
    itemId,
    buy,
    readAsStaff,
    /** By what happens: the card that it is bought with, and the rest. */
    stories: {
      kept: { token: 'tok_ok', goesOn: async (id: string) => void (await until(id, isPaid)) },
      refunded: { token: 'tok_ok', goesOn: refundOne },
      cancelledInPart: { token: 'tok_ok', goesOn: cancelOne },
      cancelled: { token: 'tok_ok', goesOn: cancelPaid },
      sentBack: { token: 'tok_ok', goesOn: sendBackOne },
      paidAgain: { token: 'tok_declined', goesOn: payAgain },
      lookedUp: { token: 'tok_timeout', goesOn: refundOne },
    },
  };
};
