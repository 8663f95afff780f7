import 'server-only';
import { catalogApi, type ItemListInput, type ProductListInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { listItems, listProductPages, listProducts } = catalogApi.routes;

export const readItems = (query: ItemListInput) => readGateway(listItems, { query });

export const readProducts = (query: ProductListInput) => readGateway(listProducts, { query });

export const readProductPages = (part: number) => readGateway(listProductPages, { query: { part } });

export const readShopBrands = () => readGateway(catalogApi.routes.listBrands, {});

export const readShopTypes = () => readGateway(catalogApi.routes.listTypes, {});
