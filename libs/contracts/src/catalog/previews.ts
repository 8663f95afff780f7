import { z } from 'zod';
import { timestamp, wholeNumber } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import { product } from './product.ts';
import { productId } from './product-changes.ts';

/** Product, second until which it is good, and the signature of both. */
export const previewToken = z.string().regex(/^\d{1,10}-\d{10}-[A-Za-z0-9_-]{43}$/);

/** A link that opens a product as the shop would show it. */
export const previewLink = z
  .object({
    /** Below the public origin. */
    path: z.string(),
    expiresAt: timestamp,
  })
  .meta({ id: 'PreviewLink' });
export type PreviewLink = z.infer<typeof previewLink>;

export const previewProblems = {
  'preview-not-valid': { status: 404, title: 'The link of the preview is not valid, or not any more' },
} as const;

/** A draft as the shop would show it, for whoever has the link, for a while. */
export const previewRoutes = {
  createPreview: defineRoute({
    method: 'post',
    path: '/api/v1/admin/catalog/products/:id/preview-link',
    summary: 'A link that shows a product as it is saved, whatever its status, for an hour',
    audience: 'merchandiser',
    params: z.strictObject({ id: wholeNumber(productId) }),
    answers: { 200: { description: 'The link', schema: previewLink } },
    problems: ['product-not-found', 'catalog-unavailable'],
  }),
  readPreview: defineRoute({
    method: 'get',
    path: '/api/v1/catalog/previews/:token',
    summary: 'The product of such a link, as its page would show it',
    audience: 'public',
    costs: 'search',
    params: z.strictObject({ token: z.string().max(80) }),
    answers: { 200: { description: 'The product as it is saved', schema: product } },
    problems: ['preview-not-valid', 'catalog-unavailable'],
  }),
};
