import { basketApi, type BasketChangedNotice } from '@quayside/contracts';
import type { Api, EventStream } from '@quayside/http';
import type { OpenBaskets } from '../usecases/ports.ts';
import { ownerOf } from './owner-of.ts';

const event = 'basket-changed';

/** Server-Sent Events for the pages that show the caller's basket. */
export const serveBasketEvents = (api: Api, { openBaskets }: { openBaskets: OpenBaskets }): void =>
  api.serve(basketApi, {
    watchBasket: async ({ principal, req, res, signal }) => {
      const page: { stream?: EventStream } = {};
      const endWatch = await openBaskets.watch(ownerOf(principal), (notice) => {
        page.stream?.send({ event, data: notice satisfies BasketChangedNotice });
      });
      if (signal.aborted) {
        endWatch();
        return undefined;
      }
      // A connection that carried a stream goes with it, so that a stopping server does not wait for it.
      res.setHeader('connection', 'close');
      const stream = api.eventStream(req, res);
      page.stream = stream;
      stream.onClose(endWatch);
      // What happened between the page's own read and now reached nobody.
      stream.send({ event, data: { reason: 'missed' } satisfies BasketChangedNotice });
      return undefined;
    },
  });
