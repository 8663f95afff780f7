import { createHmac, timingSafeEqual } from 'node:crypto';
import { PreviewNotValid } from '../domain/preview-error.ts';

const lifetimeMs = 3_600_000;
const form = /^(\d{1,10})-(\d{10})-([A-Za-z0-9_-]{43})$/;

const signatureOf = (productId: number, seconds: number, key: string): string =>
  createHmac('sha256', key).update(`preview ${productId} ${seconds}`).digest('base64url');

/** What opens a product to whoever has it, for an hour. */
export const signPreview = (
  productId: number,
  { key, now }: { key: string; now: Date },
): { readonly token: string; readonly expiresAt: string } => {
  const seconds = Math.floor((now.getTime() + lifetimeMs) / 1000);
  return {
    token: `${productId}-${seconds}-${signatureOf(productId, seconds, key)}`,
    expiresAt: new Date(seconds * 1000).toISOString(),
  };
};

/**
 * The product that a token opens.
 *
 * @throws {PreviewNotValid}
 */
export const openPreview = (token: string, { key, now }: { key: string; now: Date }): number => {
  const [, id = '', until = '', signature = ''] = form.exec(token) ?? [];
  const [productId, seconds] = [Number(id), Number(until)];
  const expected = signatureOf(productId, seconds, key);
  const isSigned =
    signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  if (!isSigned || seconds * 1000 <= now.getTime()) throw new PreviewNotValid();
  return productId;
};
