import type { SavedView, ViewedTable } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export interface ViewText {
  readonly name: string;
  readonly isShared: boolean;
  readonly query: SavedView['query'];
}

const etagOf = ({ version }: SavedView): string => `"v${version}"`;

/** Of orders no text that was searched for is kept. */
const keptOfOrders = ({ q: _, ...query }: SavedView['query']) => query;

export const saveView = (table: ViewedTable, view: ViewText) =>
  table === 'products'
    ? callApi('POST /api/v1/admin/identity/views/products', { body: view })
    : callApi('POST /api/v1/admin/identity/views/orders', {
        body: { ...view, query: keptOfOrders(view.query) },
      });

/** Refused with 412, and the view as it is now, when it was changed since it was read. */
export const changeView = (table: ViewedTable, view: SavedView, change: Partial<ViewText>) => {
  const { query, ...text } = change;
  const asked = { params: { id: view.id }, headers: { 'if-match': etagOf(view) } };
  return table === 'products'
    ? callApi('PUT /api/v1/admin/identity/views/products/:id', {
        ...asked,
        body: { ...text, ...(query && { query }) },
      })
    : callApi('PUT /api/v1/admin/identity/views/orders/:id', {
        ...asked,
        body: { ...text, ...(query && { query: keptOfOrders(query) }) },
      });
};

export const deleteView = (table: ViewedTable, view: SavedView) => {
  const asked = { params: { id: view.id }, headers: { 'if-match': etagOf(view) } };
  return table === 'products'
    ? callApi('DELETE /api/v1/admin/identity/views/products/:id', asked)
    : callApi('DELETE /api/v1/admin/identity/views/orders/:id', asked);
};
