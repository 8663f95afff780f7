import 'server-only';
import { basketApi, type WishedItem, type Wishlist } from '@quayside/contracts';
import type { Result } from '../result.ts';
import { hasSession, readGateway } from './gateway.ts';
import { readFrame } from './frame.ts';

const { getWishlist, readSharedWishlist } = basketApi.routes;

/** Of somebody without a session it is empty; asking would only open one for them. */
export const readWishlist = async (): Promise<Result<Wishlist>> =>
  (await hasSession()) ? readGateway(getWishlist, {}) : { ok: true, data: { items: [] } };

export const readShared = (token: string) => readGateway(readSharedWishlist, { params: { token } });

/** For the hearts of a page, which goes out without them rather than wait. */
export const readWishesOfFrame = async (): Promise<WishedItem[] | undefined> => {
  const frame = await readFrame();
  return frame?.ok ? frame.data.wishes : undefined;
};
