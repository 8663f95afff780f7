import { itemId, wholeNumber } from '@quayside/contracts';
import { notModified, ok, type Answer, type Api } from '@quayside/http';
import { z } from 'zod';
import { PictureNotFound } from '../domain/errors.ts';
import type { CatalogReads, Picture } from '../usecases/catalog-reads.ts';

/** `If-None-Match` is a list of tags or `*`; a proxy may have made a tag weak (RFC 9110, section 13.1.2). */
const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));

/** An address that carries the hash of its content may be kept for ever; any other must be asked again. */
const answer = (picture: Picture, ifNoneMatch: string | undefined, isForEver: boolean): Answer => {
  const headers = {
    etag: `"${picture.hash}"`,
    'cache-control': isForEver ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  };
  if (matches(ifNoneMatch, headers.etag)) return notModified(headers);
  return ok(picture.content, {
    ...headers,
    'content-type': picture.contentType,
    'x-content-type-options': 'nosniff',
  });
};

const responses = {
  200: { description: 'The picture', contentType: 'image/webp' },
  304: { description: 'The caller has it already' },
} as const;

/** An inactive item keeps its picture: placed orders still show it. */
export const mountPictureRoutes = (api: Api, { reads }: { reads: CatalogReads }): void => {
  api.route({
    method: 'get',
    path: '/api/v1/catalog/items/:id/picture',
    summary: 'The picture of an item',
    tags: ['catalog'],
    auth: 'none',
    params: z.strictObject({ id: wholeNumber(itemId) }),
    query: z.strictObject({ v: z.string().max(64).optional() }),
    responses,
    problems: ['picture-not-found', 'catalog-unavailable'],
    handler: async ({ params, query, req }) => {
      const picture = await reads.findPicture(params.id);
      if (!picture) throw new PictureNotFound(`of item ${params.id}`);
      return answer(picture, req.headers['if-none-match'], query.v === picture.hash);
    },
  });

  api.route({
    method: 'get',
    path: '/api/v1/catalog/images/:hash',
    summary: 'A picture of a product, by the hash of its content',
    tags: ['catalog'],
    auth: 'none',
    params: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{16}$/) }),
    responses,
    problems: ['picture-not-found', 'catalog-unavailable'],
    handler: async ({ params: { hash }, req }) => {
      const picture = await reads.findImage(hash);
      if (!picture) throw new PictureNotFound(hash);
      return answer(picture, req.headers['if-none-match'], true);
    },
  });
};
