import 'server-only';
import { catalogApi, type ItemListInput, type ProductListInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';
import { pageCurrency } from './page-currency.ts';
import { pageLanguage } from './page-language.ts';

const { listItems, listProductPages, listProducts } = catalogApi.routes;

export const readItems = (query: ItemListInput) => readGateway(listItems, { query });

export const readProducts = async (query: ProductListInput) =>
  readGateway(listProducts, {
    query: { ...query, ...(await pageLanguage()), currency: await pageCurrency() },
  });

export const readProductPages = (part: number) => readGateway(listProductPages, { query: { part } });

export const readShopBrands = () => readGateway(catalogApi.routes.listBrands, {});

export const readShopTypes = async () =>
  readGateway(catalogApi.routes.listTypes, { query: await pageLanguage() });
