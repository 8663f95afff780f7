import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DraftLink } from '../domain/draft-order.ts';

const keyBytes = 32;

/** Of one draft, so that its links can be made to open nothing. */
export const newLinkKey = (): string => randomBytes(keyBytes).toString('base64url');

const proofOf = (key: string, id: string, until: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(`pay ${id} ${until}`).digest('base64url');

/** The secret part of a link to a draft: until when it is good, and the proof of it. */
export const paymentLinkTo = (id: string, { key, until }: DraftLink): string => {
  const written = Math.floor(until / 1000).toString(36);
  return `${written}.${proofOf(key, id, written)}`;
};

/** Whether a link was made for the draft by us, whatever became of it since. */
export const isLinkTo = (id: string, { key }: DraftLink, link: string): boolean => {
  const [until = '', proof = ''] = link.split('.');
  const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(key, id, until))];
  return given.length === right.length && timingSafeEqual(given, right);
};

/** Until when it is good, in epoch milliseconds, as it says itself. */
export const endOf = (link: string): number => Number.parseInt(link.split('.')[0] ?? '', 36) * 1000;
