import 'server-only';
import { gatewayApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';
import { pageCurrency } from './page-currency.ts';
import { pageLanguage } from './page-language.ts';

const { getCheckoutScreen, getHomeScreen, getProductScreen } = gatewayApi.routes;

const shownIn = async () => ({ ...(await pageLanguage()), currency: await pageCurrency() });

export const readHomeScreen = async () => readGateway(getHomeScreen, { query: await shownIn() });

export const readProductScreen = async (slug: string) =>
  readGateway(getProductScreen, { params: { slug }, query: await shownIn() });

export const readCheckoutScreen = () => readGateway(getCheckoutScreen, {});
