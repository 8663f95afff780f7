import 'server-only';
import { orderingApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readSalesSettings = () => readGateway(orderingApi.routes.getSalesSettings, {});
