import 'server-only';
import { gatewayApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';
import { inPageCurrency } from './page-currency.ts';
import { pageLanguage } from './page-language.ts';

const { getCheckoutScreen, getHomeScreen, getProductScreen } = gatewayApi.routes;

export const readHomeScreen = async () => {
  const language = await pageLanguage();
  return inPageCurrency((currency) => readGateway(getHomeScreen, { query: { ...language, currency } }));
};

export const readProductScreen = async (slug: string) => {
  const language = await pageLanguage();
  return inPageCurrency((currency) =>
    readGateway(getProductScreen, { params: { slug }, query: { ...language, currency } }),
  );
};

export const readCheckoutScreen = () => readGateway(getCheckoutScreen, {});
