import 'server-only';
import { gatewayApi } from '@quayside/contracts';
import { cache } from 'react';
import { hasSession, readGateway } from './gateway.ts';
import { pageCurrency } from './page-currency.ts';
import { pageLanguage } from './page-language.ts';

const { getCheckoutScreen, getFrame, getHomeScreen, getProductScreen } = gatewayApi.routes;

/**
 * The visitor's own part of a page, read once however many components show of it. Somebody without a session has put
 * nothing anywhere yet; asking would only open a session for them.
 */
export const readFrame = cache(async () => ((await hasSession()) ? readGateway(getFrame, {}) : undefined));

const shownIn = async () => ({ ...(await pageLanguage()), currency: await pageCurrency() });

export const readHomeScreen = async () => readGateway(getHomeScreen, { query: await shownIn() });

export const readProductScreen = async (slug: string) =>
  readGateway(getProductScreen, { params: { slug }, query: await shownIn() });

export const readCheckoutScreen = () => readGateway(getCheckoutScreen, {});
