import 'server-only';
import { catalogApi, type AdminProductQuery } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getAdminProduct, listAdminProducts, listAttributes, listPriceChanges } = catalogApi.routes;

export const readAdminProducts = (query: AdminProductQuery) => readGateway(listAdminProducts, { query });

export const readAdminProduct = (id: number) => readGateway(getAdminProduct, { params: { id } });

export const readAttributes = () => readGateway(listAttributes, {});

export const readPriceChanges = (id: number) => readGateway(listPriceChanges, { params: { id } });
