import 'server-only';
import { orderingApi, type StaffOrderQueryInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { findAnyOrder, listAllOrders } = orderingApi.routes;

export const readStaffOrders = (query: StaffOrderQueryInput) => readGateway(listAllOrders, { query });

export const readStaffOrder = (id: string) => readGateway(findAnyOrder, { params: { id } });
