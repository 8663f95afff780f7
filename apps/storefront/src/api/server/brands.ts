import 'server-only';
import { catalogApi, type BrandListInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getBrand, listAdminBrands } = catalogApi.routes;

export const readBrands = (query: BrandListInput) => readGateway(listAdminBrands, { query });

export const readBrand = (id: number) => readGateway(getBrand, { params: { id } });
