import 'server-only';
import { catalogApi, type ItemListInput, type ProductListInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';
import { inPageCurrency } from './page-currency.ts';
import { pageLanguage } from './page-language.ts';

const { listItems, listProductPages, listProducts } = catalogApi.routes;

export const readItems = (query: ItemListInput) => readGateway(listItems, { query });

/** @param queryIn the question, whose prices are in the currency that it is given */
export const readProducts = async (queryIn: (currency: string) => ProductListInput) => {
  const language = await pageLanguage();
  return inPageCurrency((currency) =>
    readGateway(listProducts, { query: { ...queryIn(currency), ...language, currency } }),
  );
};

export const readProductPages = (part: number) => readGateway(listProductPages, { query: { part } });

export const readShopBrands = () => readGateway(catalogApi.routes.listBrands, {});

export const readShopTypes = async () =>
  readGateway(catalogApi.routes.listTypes, { query: await pageLanguage() });
