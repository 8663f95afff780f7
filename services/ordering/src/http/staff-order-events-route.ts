import type { Api } from '@quayside/http';
import type { OrderNotices } from '../usecases/order-notices.ts';
import { contract } from './contract.ts';

/** Notices of what moves, for the staff's open pages, which read again what they show. */
export const serveStaffOrderEvents = (api: Api, { notices }: { notices: OrderNotices }): void =>
  api.serve(contract, {
    watchAllOrders: ({ query: { orderId }, req, res }) => {
      const stream = api.eventStream(req, res);
      const leave = notices.subscribeToAll((data) => {
        if (orderId === undefined || data.orderId === orderId) stream.send({ event: 'order-changed', data });
      });
      stream.onClose(leave);
      return undefined;
    },
  });
