import 'server-only';
import { identityApi, type ViewedTable } from '@quayside/contracts';
import { readGateway } from './gateway.ts';
import { readUser } from './session.ts';

const { listOrderViews, listProductViews } = identityApi.routes;

/** Without an answer a table goes without them. */
export const readKeptViews = async (table: ViewedTable) => {
  const [found, user] = await Promise.all([
    readGateway(table === 'products' ? listProductViews : listOrderViews, {}, 2_000),
    readUser(),
  ]);
  return {
    table,
    views: found.ok ? found.data.items : [],
    isAdmin: user?.roles.includes('admin') ?? false,
  };
};
