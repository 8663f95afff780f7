import { ok, type Api } from '@quayside/http';
import type { OrderCommand } from '../domain/order-command.ts';
import { OrderNotFound } from '../domain/order-error.ts';
import type { ChangeOrder } from '../usecases/change-order.ts';
import type { OrderReads } from '../usecases/order-reads.ts';
import { requestIdOf } from '../usecases/request-id.ts';
import { contract } from './contract.ts';
import { orderView } from './order-view.ts';

interface Dependencies {
  reads: OrderReads;
  changeOrder: ChangeOrder;
  now: () => Date;
}

/** What those who run the shop do with anybody's order. */
export const serveStaffOrders = (api: Api, { reads, changeOrder, now }: Dependencies): void => {
  const by = 'admin';
  const put = async (orderId: string, toCommand: (at: string) => OrderCommand) =>
    ok(orderView(await changeOrder({ orderId }, toCommand), 'staff', now()));

  api.serve(contract, {
    findAnyOrder: async ({ params: { id } }) => {
      const found = await reads.any(id);
      if (!found) throw new OrderNotFound(id);
      return ok(orderView(found, 'staff', now()));
    },
    cancelAnyOrder: ({ params: { id }, body: { reason } }) =>
      put(id, (at) => ({ type: 'cancel-order', at, by, reason })),
    cancelLines: ({ params: { id }, headers, body }) => {
      const cancellationId = requestIdOf(id, headers['idempotency-key']);
      return put(id, (at) => ({ type: 'cancel-lines', at, by, cancellationId, ...body }));
    },
    refundPart: ({ params: { id }, headers, body: { reason, ...request } }) => {
      const requestId = requestIdOf(id, headers['idempotency-key']);
      return put(id, (at) => ({ type: 'request-refund', at, by, requestId, reason, request }));
    },
    prepareShipment: ({ params: { id }, headers, body }) => {
      const shipment = { id: requestIdOf(id, headers['idempotency-key']), ...body };
      return put(id, (at) => ({ type: 'prepare-shipment', at, shipment }));
    },
    shipParcel: ({ params: { id, shipmentId }, body }) =>
      put(id, (at) => ({ type: 'ship', at, shipmentId, ...body })),
    deliverParcel: ({ params: { id, shipmentId } }) => put(id, (at) => ({ type: 'deliver', at, shipmentId })),
    approveReturn: ({ params: { id, returnId } }) =>
      put(id, (at) => ({ type: 'approve-return', at, returnId })),
    refuseReturn: ({ params: { id, returnId }, body: { reason: refusal } }) =>
      put(id, (at) => ({ type: 'refuse-return', at, returnId, refusal })),
    receiveReturn: ({ params: { id, returnId }, body: { restocked } }) =>
      put(id, (at) => ({ type: 'receive-return', at, returnId, restocked })),
    refundReturn: ({ params: { id, returnId }, body: { amount } }) =>
      put(id, (at) => ({ type: 'refund-return', at, returnId, amount })),
  });
};
