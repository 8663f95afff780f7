import 'server-only';
import { gatewayApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getCheckoutScreen, getHomeScreen, getProductScreen } = gatewayApi.routes;

export const readHomeScreen = () => readGateway(getHomeScreen, {});

export const readProductScreen = (slug: string) => readGateway(getProductScreen, { params: { slug } });

export const readCheckoutScreen = () => readGateway(getCheckoutScreen, {});
