import 'server-only';
import { gatewayApi } from '@quayside/contracts';
import { cache } from 'react';
import { hasSession, readGateway } from './gateway.ts';
import { pageLanguage } from './page-language.ts';

const { getCheckoutScreen, getFrame, getHomeScreen, getProductScreen } = gatewayApi.routes;

/**
 * The visitor's own part of a page, read once however many components show of it. Somebody without a session has put
 * nothing anywhere yet; asking would only open a session for them.
 */
export const readFrame = cache(async () => ((await hasSession()) ? readGateway(getFrame, {}) : undefined));

export const readHomeScreen = async () => readGateway(getHomeScreen, { query: await pageLanguage() });

export const readProductScreen = async (slug: string) =>
  readGateway(getProductScreen, { params: { slug }, query: await pageLanguage() });

export const readCheckoutScreen = () => readGateway(getCheckoutScreen, {});
