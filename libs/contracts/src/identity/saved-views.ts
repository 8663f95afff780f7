import { z } from 'zod';
import { ifMatch } from '../shared/headers.ts';
import { aggregateVersion } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import { isPrintableLine, writtenLine } from '../shared/text.ts';

/** Tables of the admin pages whose views are kept, and who sees these tables. */
export const viewedTables = { products: 'merchandiser', orders: 'support' } as const;
export type ViewedTable = keyof typeof viewedTables;

const column = z.string().regex(/^[\w-]{1,40}$/);
const choices = z
  .record(column, z.string().min(1).max(40).refine(isPrintableLine))
  .refine((filters) => Object.keys(filters).length <= 20, 'At most 20 filters');

const arrangement = {
  sort: z
    .string()
    .regex(/^-?[a-z-]{1,40}$/)
    .optional(),
  /** Columns that are not shown. */
  hidden: z.array(column).max(30).default([]),
};

/** What a view shows of a table. */
export const viewQuery = z
  .object({
    q: z.string(),
    sort: z.string().optional(),
    filters: z.record(z.string(), z.string()),
    hidden: z.array(z.string()),
  })
  .meta({ id: 'ViewQuery' });
export type ViewQuery = z.infer<typeof viewQuery>;

export const viewId = z.uuid();

/** A table's filters, sort and columns under a name. */
export const savedView = z
  .object({
    id: viewId,
    name: z.string(),
    /** All who see the table have it. */
    isShared: z.boolean(),
    isMine: z.boolean(),
    /** Absent once the account is deleted. */
    owner: z.string().optional(),
    query: viewQuery,
    version: aggregateVersion,
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;
export const savedViewList = z.object({ items: z.array(savedView) }).meta({ id: 'SavedViewList' });

/** What may be kept of a table: of orders no text that was searched for and no buyer, since these say who somebody is. */
const kept = {
  products: z.strictObject({
    ...arrangement,
    q: z.string().trim().max(100).refine(isPrintableLine).default(''),
    filters: choices,
  }),
  orders: z.strictObject({
    ...arrangement,
    filters: choices.refine((filters) => !('buyer' in filters), 'No view is of one buyer'),
  }),
} as const;

export const viewProblems = {
  'view-not-found': { status: 404, title: 'There is no such view' },
  'view-not-yours': { status: 403, title: 'A shared view is changed by who made it, or by an admin' },
  'view-name-taken': { status: 409, title: 'You have a view of that name' },
  'too-many-views': { status: 409, title: 'You have as many views of this table as one may' },
} as const;

const described = <Table extends ViewedTable, Kept extends z.ZodType>(table: Table, query: Kept) => {
  const path = `/api/v1/admin/identity/views/${table}` as const;
  const one = `${path}/:id` as const;
  const audience = viewedTables[table];
  const params = z.strictObject({ id: viewId });
  const body = z.strictObject({ name: writtenLine(60), isShared: z.boolean(), query });
  const change = body
    .partial()
    .refine((fields) => Object.keys(fields).length > 0, 'Name at least one field to change');
  return {
    list: defineRoute({
      method: 'get',
      path,
      summary: `Views of the table of ${table}: one's own, and those that others share`,
      audience,
      answers: { 200: { description: 'The views, by name', schema: savedViewList } },
      problems: ['identity-unavailable'],
    }),
    create: defineRoute({
      method: 'post',
      path,
      summary: `Keep a view of the table of ${table}`,
      audience,
      body,
      answers: { 201: { description: 'The view, with its ETag', schema: savedView } },
      problems: ['view-name-taken', 'too-many-views', 'identity-unavailable'],
    }),
    change: defineRoute({
      method: 'put',
      path: one,
      summary: `Change a view of the table of ${table}; absent fields stay. A 412 carries the view as it is now as \`current\``,
      audience,
      params,
      headers: ifMatch,
      body: change,
      answers: { 200: { description: 'The view as it is now, with its new ETag', schema: savedView } },
      problems: [
        'view-not-found',
        'view-not-yours',
        'view-name-taken',
        'stale-version',
        'identity-unavailable',
      ],
    }),
    remove: defineRoute({
      method: 'delete',
      path: one,
      summary: `Forget a view of the table of ${table}`,
      audience,
      params,
      headers: ifMatch,
      answers: { 204: { description: 'It is gone' } },
      problems: ['view-not-found', 'view-not-yours', 'stale-version', 'identity-unavailable'],
    }),
  };
};

const products = described('products', kept.products);
const orders = described('orders', kept.orders);

/** Views of tables, which go with the account of who made them and did not share them. */
export const viewRoutes = {
  listProductViews: products.list,
  createProductView: products.create,
  changeProductView: products.change,
  deleteProductView: products.remove,
  listOrderViews: orders.list,
  createOrderView: orders.create,
  changeOrderView: orders.change,
  deleteOrderView: orders.remove,
};
