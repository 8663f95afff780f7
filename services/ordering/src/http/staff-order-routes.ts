import { etagOf } from '@quayside/contracts';
import { isOf, isRecent, ok, stepUpRequired, type Api, type Principal } from '@quayside/http';
import type { OrderCommand } from '../domain/order-command.ts';
import { OrderStale, RefundExceedsLimit } from '../domain/order-error.ts';
import { lowerLimits, type RefundLimits } from '../domain/refund-limit.ts';
import type { AddressTerms } from '../usecases/address-terms.ts';
import type { ChangeOrder } from '../usecases/change-order.ts';
import { requestIdOf } from '../usecases/request-id.ts';
import type { StaffOrderFile } from '../usecases/staff-order.ts';
import { contract } from './contract.ts';
import { staffOrderView } from './staff-order-view.ts';

interface Dependencies {
  file: StaffOrderFile;
  changeOrder: ChangeOrder;
  addressTerms: AddressTerms;
  now: () => Date;
  /** What support may give back of an order. */
  refundLimits: RefundLimits;
  /** What may be given back of it without a recent sign-in. */
  stepUpLimits: RefundLimits;
}

interface Asked {
  params: { id: string };
  headers: { 'if-match': number };
  principal: Principal;
}

/** What those who run the shop do with anybody's order. */
export const serveStaffOrders = (api: Api, dependencies: Dependencies): void => {
  const { file, changeOrder, now, refundLimits, stepUpLimits } = dependencies;
  const by = 'admin';
  const limitsOf = (principal: Principal) => (isOf('admin', principal) ? undefined : refundLimits);
  /** The lower of what the role may give back and what a sign-in of long ago may. */
  const limitsNow = (principal: Principal) =>
    isRecent(principal, now()) ? limitsOf(principal) : lowerLimits(limitsOf(principal), stepUpLimits);
  /** Whoever signed in long ago is not told that it is too much, but asked once more who they are. */
  const orStepUp =
    (principal: Principal) =>
    (error: unknown): never => {
      throw error instanceof RefundExceedsLimit && !isRecent(principal, now()) ? stepUpRequired() : error;
    };
  const view = async (orderId: string, principal: Principal) =>
    staffOrderView(await file.read(orderId), now(), limitsOf(principal));
  const answer = async (orderId: string, principal: Principal) => {
    const shown = await view(orderId, principal);
    return ok(shown, { etag: etagOf(shown.version) });
  };
  const put = async (
    { params: { id: orderId }, headers, principal }: Asked,
    toCommand: (at: string) => OrderCommand,
  ) => {
    const staff = { id: principal.id, name: principal.name, sawVersion: headers['if-match'] };
    try {
      await changeOrder({ orderId, staff }, toCommand);
    } catch (error) {
      if (error instanceof OrderStale)
        throw new OrderStale(error.order, { current: await view(orderId, principal) });
      throw error;
    }
    return answer(orderId, principal);
  };

  api.serve(contract, {
    findAnyOrder: ({ params: { id }, principal }) => answer(id, principal),
    cancelAnyOrder: (asked) =>
      put(asked, (at) => ({ type: 'cancel-order', at, by, reason: asked.body.reason })),
    cancelLines: (asked) => {
      const cancellationId = requestIdOf(asked.params.id, asked.headers['idempotency-key']);
      return put(asked, (at) => ({ type: 'cancel-lines', at, by, cancellationId, ...asked.body }));
    },
    refundPart: (asked) => {
      const { reason, ...request } = asked.body;
      const limits = limitsNow(asked.principal);
      const requestId = requestIdOf(asked.params.id, asked.headers['idempotency-key']);
      const command = { type: 'request-refund', by, requestId, reason, request, limits } as const;
      return put(asked, (at) => ({ ...command, at })).catch(orStepUp(asked.principal));
    },
    changeAddress: async (asked) => {
      const requestId = requestIdOf(asked.params.id, asked.headers['idempotency-key']);
      const shippingAddress = asked.body;
      const terms = await dependencies.addressTerms(shippingAddress);
      const command = { type: 'change-address', requestId, shippingAddress, ...terms } as const;
      return put(asked, (at) => ({ ...command, at }));
    },
    prepareShipment: (asked) => {
      const shipment = { id: requestIdOf(asked.params.id, asked.headers['idempotency-key']), ...asked.body };
      return put(asked, (at) => ({ type: 'prepare-shipment', at, shipment }));
    },
    shipRest: (asked) => {
      const shipment = { id: requestIdOf(asked.params.id, asked.headers['idempotency-key']), ...asked.body };
      return put(asked, (at) => ({ type: 'ship-rest', at, shipment }));
    },
    shipParcel: (asked) =>
      put(asked, (at) => ({ type: 'ship', at, shipmentId: asked.params.shipmentId, ...asked.body })),
    deliverParcel: (asked) =>
      put(asked, (at) => ({ type: 'deliver', at, shipmentId: asked.params.shipmentId })),
    approveReturn: (asked) =>
      put(asked, (at) => ({ type: 'approve-return', at, returnId: asked.params.returnId })),
    refuseReturn: (asked) => {
      const { returnId } = asked.params;
      return put(asked, (at) => ({ type: 'refuse-return', at, returnId, refusal: asked.body.reason }));
    },
    receiveReturn: (asked) => {
      const { returnId } = asked.params;
      return put(asked, (at) => ({ type: 'receive-return', at, returnId, restocked: asked.body.restocked }));
    },
    refundReturn: (asked) => {
      const { returnId } = asked.params;
      const limits = limitsNow(asked.principal);
      const command = { type: 'refund-return', returnId, amount: asked.body.amount, limits } as const;
      return put(asked, (at) => ({ ...command, at })).catch(orStepUp(asked.principal));
    },
    addNote: async ({ params: { id }, headers, body, principal }) => {
      const note = { id: requestIdOf(id, headers['idempotency-key']), at: now().toISOString(), ...body };
      await file.addNote(id, note, { id: principal.id, name: principal.name });
      return answer(id, principal);
    },
  });
};
