import 'server-only';
import { catalogApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getCategory, listAdminCategories } = catalogApi.routes;

export const readCategories = () => readGateway(listAdminCategories, {});

export const readCategory = (id: number) => readGateway(getCategory, { params: { id } });
