import { itemId, wholeNumber } from '@quayside/contracts';
import { notModified, ok, type Api } from '@quayside/http';
import { z } from 'zod';
import { PictureNotFound } from '../domain/errors.ts';
import type { CatalogReads } from '../usecases/catalog-reads.ts';

/** `If-None-Match` is a list of tags or `*`; a proxy may have made a tag weak (RFC 9110, section 13.1.2). */
const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));

/**
 * An inactive item keeps its picture: placed orders still show it. The address of the current picture carries its
 * hash and may be kept for ever; any other address must be asked again.
 */
export const mountPictureRoute = (api: Api, { reads }: { reads: CatalogReads }): void =>
  api.route({
    method: 'get',
    path: '/api/v1/catalog/items/:id/picture',
    summary: 'The picture of an item',
    tags: ['catalog'],
    auth: 'none',
    params: z.strictObject({ id: wholeNumber(itemId) }),
    query: z.strictObject({ v: z.string().max(64).optional() }),
    responses: {
      200: { description: 'The picture', contentType: 'image/webp' },
      304: { description: 'The caller has it already' },
    },
    problems: ['picture-not-found', 'catalog-unavailable'],
    handler: async ({ params, query, req }) => {
      const picture = await reads.findPicture(params.id);
      if (!picture) throw new PictureNotFound(params.id);
      const headers = {
        etag: `"${picture.hash}"`,
        'cache-control':
          query.v === picture.hash ? 'public, max-age=31536000, immutable' : 'public, no-cache',
      };
      if (matches(req.headers['if-none-match'], headers.etag)) return notModified(headers);
      return ok(picture.content, {
        ...headers,
        'content-type': picture.contentType,
        'x-content-type-options': 'nosniff',
      });
    },
  });
