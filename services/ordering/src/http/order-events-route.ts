import type { OrderChangedNotice } from '@quayside/contracts';
import { ownerIdOf, type Api } from '@quayside/http';
import type { OrderNotice, OrderNotices } from '../usecases/order-notices.ts';
import type { OrderReads } from '../usecases/order-reads.ts';
import { contract } from './contract.ts';

/** Clocks of several writers differ a little; a notice sent twice does no harm, one left out would. */
const overlapMs = 2000;

/** Notices of the shopper's own orders, of a guest those of their session. The id is the time of the change; a reconnect sends what it missed. */
export const serveOrderEvents = (api: Api, deps: { reads: OrderReads; notices: OrderNotices }): void =>
  api.serve(contract, {
    watchOrders: async ({ principal, headers, req, res }) => {
      const stream = api.eventStream(req, res);
      const send = ({ orderId, status, version, at }: OrderNotice): void => {
        const data: OrderChangedNotice = { orderId, status, version };
        stream.send({ event: 'order-changed', id: String(at.getTime()), data });
      };
      stream.onClose(deps.notices.subscribe(ownerIdOf(principal), send));
      const lastSeen = Number(headers['last-event-id'] ?? Number.NaN);
      if (Number.isSafeInteger(lastSeen)) {
        const missed = await deps.reads.noticesSince(ownerIdOf(principal), new Date(lastSeen - overlapMs));
        missed.forEach(send);
      }
      return undefined;
    },
  });
