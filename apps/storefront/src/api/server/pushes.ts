import 'server-only';
import { marketingApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const briefMs = 800;

/** The key by which this shop's messages are subscribed to; undefined: it sends none, or cannot say. */
export const readPushKey = async (): Promise<string | undefined> => {
  const offer = await readGateway(marketingApi.routes.readPushOffer, {}, briefMs);
  return offer.ok ? offer.data.publicKey : undefined;
};
