import { etagOf, identityApi, type ViewedTable } from '@quayside/contracts';
import { created, isOf, noContent, ok, type Api, type Principal } from '@quayside/http';
import type { SavedView } from '../domain/saved-view.ts';
import type { SavedViews, ViewChange, ViewText } from '../usecases/saved-views.ts';
import type { createOrUnavailable } from './or-unavailable.ts';
import { actorOf } from './staff-routes.ts';

interface OnOne {
  params: { id: string };
  headers: { 'if-match': number };
  principal: Principal;
}

const seen = ({ query, ...view }: SavedView) => ({
  ...view,
  query: { ...query, hidden: [...query.hidden] },
});

/** Views of the tables of the admin pages. */
export const serveViews = (
  api: Api,
  { views, orUnavailable }: { views: SavedViews; orUnavailable: ReturnType<typeof createOrUnavailable> },
): void => {
  const on = (table: ViewedTable) => {
    const one = ({ params, headers, principal }: OnOne) => ({
      table,
      id: params.id,
      expectedVersion: headers['if-match'],
      by: { ...actorOf(principal), isAdmin: isOf('admin', principal) },
    });
    return {
      list: async ({ principal }: { principal: Principal }) =>
        ok({ items: (await orUnavailable(views.list(table, actorOf(principal)))).map(seen) }),
      create: async (path: string, view: ViewText, principal: Principal) => {
        const added = await orUnavailable(views.add(table, view, actorOf(principal)));
        return created(seen(added), `${path}/${added.id}`, { etag: etagOf(added.version) });
      },
      change: async ({ body, ...asked }: OnOne & { body: ViewChange }) => {
        const view = await orUnavailable(views.change(one(asked), body));
        return ok(seen(view), { etag: etagOf(view.version) });
      },
      remove: async (asked: OnOne) => {
        await orUnavailable(views.remove(one(asked)));
        return noContent();
      },
    };
  };
  const [products, orders] = [on('products'), on('orders')];
  const { createProductView, createOrderView } = identityApi.routes;
  /** Of orders no text that was searched for is kept. */
  const unsearched = <Query extends object>(query: Query) => ({ ...query, q: '' });
  api.serve(identityApi, {
    listProductViews: products.list,
    createProductView: ({ body, principal }) => products.create(createProductView.path, body, principal),
    changeProductView: products.change,
    deleteProductView: products.remove,
    listOrderViews: orders.list,
    createOrderView: ({ body: { query, ...body }, principal }) =>
      orders.create(createOrderView.path, { ...body, query: unsearched(query) }, principal),
    changeOrderView: ({ body: { query, ...body }, ...asked }) =>
      orders.change({ ...asked, body: { ...body, ...(query && { query: unsearched(query) }) } }),
    deleteOrderView: orders.remove,
  });
};
