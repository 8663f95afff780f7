import 'server-only';
import { checkoutScreen, homeScreen, productScreen } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readHomeScreen = () => readGateway('/api/v1/screens/home', homeScreen);

export const readProductScreen = (slug: string) =>
  readGateway(`/api/v1/screens/product/${encodeURIComponent(slug)}`, productScreen);

export const readCheckoutScreen = () => readGateway('/api/v1/screens/checkout', checkoutScreen);
