import type { OrderChangedNotice } from '@quayside/contracts';
import type { Api } from '@quayside/http';
import type { OrderNotice, OrderNotices } from '../usecases/order-notices.ts';
import type { OrderReads } from '../usecases/order-reads.ts';

/** Clocks of several writers differ a little; a notice sent twice does no harm, one left out would. */
const overlapMs = 2000;

/** Notices of the signed-in shopper's orders. The id is the time of the change; a reconnect sends what it missed. */
export const routeOrderEvents = (api: Api, deps: { reads: OrderReads; notices: OrderNotices }): void => {
  api.route({
    method: 'get',
    path: '/api/v1/orders/events',
    summary: 'Notices of changed own orders, as Server-Sent Events',
    tags: ['Orders'],
    auth: {},
    responses: {
      200: {
        description: '`order-changed` events, for as long as you listen',
        contentType: 'text/event-stream',
      },
    },
    handler: async ({ principal, req, res }) => {
      const stream = api.eventStream(req, res);
      const send = ({ orderId, status, version, at }: OrderNotice): void => {
        const data: OrderChangedNotice = { orderId, status, version };
        stream.send({ event: 'order-changed', id: String(at.getTime()), data });
      };
      stream.onClose(deps.notices.subscribe(principal.id, send));
      const lastSeen = Number(req.get('last-event-id') ?? Number.NaN);
      if (Number.isSafeInteger(lastSeen)) {
        const missed = await deps.reads.noticesSince(principal.id, new Date(lastSeen - overlapMs));
        missed.forEach(send);
      }
      return undefined;
    },
  });
};
