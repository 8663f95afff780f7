import { ok, type Api } from '@quayside/http';
import { OrderNotFound } from '../domain/order-error.ts';
import { linkTo } from '../usecases/order-link.ts';
import type { OrderReads } from '../usecases/order-reads.ts';
import { buyerView } from './buyer-view.ts';
import { contract } from './contract.ts';
import { orderView } from './order-view.ts';

/** For a service that writes to buyers, and asks what about at the moment in which it does. */
export const serveOrdersToServices = (
  api: Api,
  { reads, now }: { reads: Pick<OrderReads, 'any'>; now: () => Date },
): void =>
  api.serve(contract, {
    readOrder: async ({ params: { id } }) => {
      const found = await reads.any(id);
      if (!found) throw new OrderNotFound(id);
      const { buyer, submittedAt: placedAt } = found;
      const link = linkTo(found, now());
      return ok({
        ...orderView(found, 'buyer', now()),
        ...{ placedAt, buyer: buyerView(buyer) },
        ...(buyer.reach && link !== undefined && { guest: { locale: buyer.reach.locale, link } }),
      });
    },
  });
