import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const keyBytes = 32;
export type LinkPurpose = 'confirm' | 'end';

/** Of one address or account, so that its links die with it. */
export const newLinkKey = (): string => randomBytes(keyBytes).toString('base64url');

const proofOf = (purpose: LinkPurpose, id: string, key: string): Buffer =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(`${purpose} ${id}`).digest();

/** What a mailed link says after its `#`. */
export const mailedLink = (purpose: LinkPurpose, id: string, key: string): string =>
  `${id}.${proofOf(purpose, id, key).toString('base64url')}`;

export const idIn = (link: string): string => link.split('.')[0] ?? '';

/** Whether a link was made by us for this purpose. */
export const isProven = (purpose: LinkPurpose, link: string, key: string): boolean => {
  const [id = '', proof = ''] = link.split('.');
  const [given, right] = [Buffer.from(proof, 'base64url'), proofOf(purpose, id, key)];
  return given.length === right.length && timingSafeEqual(given, right);
};
