import { basketApi, etagOf } from '@quayside/contracts';
import { accepted, created, noContent, ok, ownerIdOf, type Api, type Principal } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import { StaleVersion } from '../domain/draft-order-errors.ts';
import type { DraftOrders, ShownDraft } from '../usecases/draft-orders.ts';
import type { LinkedOrders } from '../usecases/pay-linked-order.ts';
import { basketBody } from './basket-body.ts';
import {
  contentBody,
  draftOrderBody,
  draftOrderRowBody,
  linkedOrderBody,
  mailedDraftOrderBody,
} from './draft-order-body.ts';

interface Dependencies {
  draftOrders: DraftOrders;
  linkedOrders: LinkedOrders;
  now: () => Date;
  logger: Logger;
}

const byOf = ({ id, name }: Principal) => ({ id, name });

/** Orders that staff write down for somebody. */
export const serveDraftOrders = (api: Api, { draftOrders, now }: Dependencies): void => {
  const answer = (shown: ShownDraft) =>
    ok(draftOrderBody(shown, now()), { etag: etagOf(shown.draft.version) });
  /** Who comes late is shown the draft as everybody is. */
  const orCurrent = async <T>(changed: Promise<T>): Promise<T> => {
    try {
      return await changed;
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
      throw new StaleVersion(draftOrderBody(error.extra.current as ShownDraft, now()));
    }
  };
  const version = ({ 'if-match': based }: { 'if-match': number }): number => based;
  api.serve(basketApi, {
    listDraftOrders: async ({ query }) => {
      const { items, totalItems } = await draftOrders.page(query);
      const { page, pageSize } = query;
      return ok({ items: items.map((one) => draftOrderRowBody(one, now())), page, pageSize, totalItems });
    },
    createDraftOrder: async ({ principal, body }) => {
      const shown = await draftOrders.create(body, byOf(principal));
      const { id, version: first } = shown.draft;
      const location = `${basketApi.routes.createDraftOrder.path}/${id}`;
      return created(draftOrderBody(shown, now()), location, { etag: etagOf(first) });
    },
    priceDraftOrder: async ({ body }) => ok(basketBody(await draftOrders.price(body))),
    getDraftOrder: async ({ params }) => answer(await draftOrders.show(params.id)),
    changeDraftOrder: async ({ principal, params: { id }, headers, body }) =>
      answer(await orCurrent(draftOrders.change(id, version(headers), body, byOf(principal)))),
    dropDraftOrder: async ({ principal, params: { id }, headers }) => {
      await orCurrent(draftOrders.drop(id, version(headers), byOf(principal)));
      return noContent();
    },
    sendPaymentLink: async ({ principal, params: { id }, headers }) =>
      answer(await orCurrent(draftOrders.sendLink(id, version(headers), byOf(principal)))),
    withdrawPaymentLink: async ({ principal, params: { id }, headers }) =>
      answer(await orCurrent(draftOrders.withdrawLink(id, version(headers), byOf(principal)))),
    readBasketAudit: async ({ query }) => ok(await draftOrders.readAudit(query)),
    readMailedDraftOrder: async ({ params }) => ok(mailedDraftOrderBody(await draftOrders.mailed(params.id))),
    listOwnDraftOrders: async ({ principal }) => {
      const own = await draftOrders.ofCustomer(principal.id);
      return ok({
        items: own.flatMap(({ draft, kept }) =>
          draft.buyer && kept ? [contentBody(draft.buyer, kept)] : [],
        ),
      });
    },
  });
};

/** What the buyer does with a mailed link. */
export const serveLinkedOrders = (api: Api, { linkedOrders, logger }: Dependencies): void =>
  api.serve(basketApi, {
    readLinkedOrder: async ({ params, headers }) =>
      ok(linkedOrderBody(await linkedOrders.read(params.id, headers['order-link']))),
    payLinkedOrder: async ({ principal, params: { id }, headers, body }) => {
      const kind = principal.kind === 'guest' ? 'guest' : 'user';
      const payer = { id: ownerIdOf(principal), kind } as const;
      const mayFollow = await linkedOrders.pay(id, headers['order-link'], payer, body);
      logger.info({ orderId: id }, 'draft ordered by its link');
      return accepted({ orderId: id, mayFollow }, `/api/v1/orders/${id}`);
    },
  });
