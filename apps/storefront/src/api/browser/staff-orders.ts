import { etagOf, type Address, type StaffOrder } from '@quayside/contracts';
import { callApi } from './call-api.ts';

/** The version that somebody saw, and the key under which what they ask for is done once. */
export interface Seen {
  readonly order: Pick<StaffOrder, 'id' | 'version'>;
  readonly key: string;
}

type Units = { itemId: number; quantity: number }[];

const parts = ({ order, key }: Seen) => ({
  params: { id: order.id },
  headers: { 'if-match': etagOf(order.version), 'idempotency-key': key },
});
export const fetchStaffOrder = (id: string) => callApi('GET /api/v1/staff/orders/:id', { params: { id } });

export const cancelAnyOrder = (seen: Seen, reason: string) =>
  callApi('POST /api/v1/staff/orders/:id/cancel', {
    params: { id: seen.order.id },
    headers: { 'if-match': etagOf(seen.order.version) },
    body: { reason },
  });

export const cancelLines = (seen: Seen, body: { lines: Units; reason: string }) =>
  callApi('POST /api/v1/staff/orders/:id/cancellations', { ...parts(seen), body });

export const refundPart = (
  seen: Seen,
  body: {
    lines?: Units;
    shipping?: 'all';
    amount?: { amount: number; currency: string };
    reason: string;
  },
) => callApi('POST /api/v1/staff/orders/:id/refunds', { ...parts(seen), body });

export const changeAddress = (seen: Seen, body: Address) =>
  callApi('PUT /api/v1/staff/orders/:id/address', { ...parts(seen), body });

export const prepareShipment = (seen: Seen, body: { lines: Units; carrier?: string; tracking?: string }) =>
  callApi('POST /api/v1/staff/orders/:id/shipments', { ...parts(seen), body });

export const shipRest = (seen: Seen, body: { carrier?: string; tracking?: string }) =>
  callApi('POST /api/v1/staff/orders/:id/ship-rest', { ...parts(seen), body });

export const shipParcel = (seen: Seen, shipmentId: string, body: { carrier?: string; tracking?: string }) =>
  callApi('POST /api/v1/staff/orders/:id/shipments/:shipmentId/ship', {
    params: { id: seen.order.id, shipmentId },
    headers: { 'if-match': etagOf(seen.order.version) },
    body,
  });

export const deliverParcel = (seen: Seen, shipmentId: string) =>
  callApi('POST /api/v1/staff/orders/:id/shipments/:shipmentId/deliver', {
    params: { id: seen.order.id, shipmentId },
    headers: { 'if-match': etagOf(seen.order.version) },
  });

const ofReturn = (seen: Seen, returnId: string) => ({
  params: { id: seen.order.id, returnId },
  headers: { 'if-match': etagOf(seen.order.version) },
});

export const approveReturn = (seen: Seen, returnId: string) =>
  callApi('POST /api/v1/staff/orders/:id/returns/:returnId/approve', ofReturn(seen, returnId));

export const refuseReturn = (seen: Seen, returnId: string, reason: string) =>
  callApi('POST /api/v1/staff/orders/:id/returns/:returnId/refuse', {
    ...ofReturn(seen, returnId),
    body: { reason },
  });

export const receiveReturn = (seen: Seen, returnId: string, restocked: Units) =>
  callApi('POST /api/v1/staff/orders/:id/returns/:returnId/receive', {
    ...ofReturn(seen, returnId),
    body: { restocked },
  });

export const refundReturn = (seen: Seen, returnId: string) =>
  callApi('POST /api/v1/staff/orders/:id/returns/:returnId/refund', {
    ...ofReturn(seen, returnId),
    body: {},
  });

export const addNote = (orderId: string, text: string, key: string) =>
  callApi('POST /api/v1/staff/orders/:id/notes', {
    params: { id: orderId },
    headers: { 'idempotency-key': key },
    body: { text },
  });
