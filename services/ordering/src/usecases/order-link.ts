import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { GuestReach, Order } from '../domain/order.ts';

const keyBytes = 32;
/** A mail is read again when something is to be sent back. */
const validForMs = 90 * 24 * 60 * 60 * 1000;

/** How a guest is written to from now on. Each order has a key of its own, so that one can be made to open nothing. */
export const newReach = (locale: string): GuestReach => ({
  locale,
  linkKey: randomBytes(keyBytes).toString('base64url'),
  linksAskedAt: [],
});

const signed = ({ linkKey }: GuestReach, orderId: string, until: string): string =>
  createHmac('sha256', Buffer.from(linkKey, 'base64url')).update(`${orderId} ${until}`).digest('base64url');

/** The secret part of a link to a guest's order: until when it is good, and the proof of it. */
export const linkTo = ({ id, buyer }: Order, now: Date): string | undefined => {
  if (!buyer.reach) return undefined;
  const until = Math.floor((now.getTime() + validForMs) / 1000).toString(36);
  return `${until}.${signed(buyer.reach, id, until)}`;
};

/** Whether a link opens the order: it was made for it by us, and is not over. */
export const opens = (link: string, { id, buyer }: Order, now: Date): boolean => {
  const [until = '', proof = ''] = link.split('.');
  if (!buyer.reach || Number.parseInt(until, 36) * 1000 <= now.getTime()) return false;
  const [given, right] = [Buffer.from(proof), Buffer.from(signed(buyer.reach, id, until))];
  return given.length === right.length && timingSafeEqual(given, right);
};
