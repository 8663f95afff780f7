import { notModified, ok, type Answer, type Api } from '@quayside/http';
import { PictureNotFound } from '../domain/errors.ts';
import type { CatalogReads, Picture } from '../usecases/catalog-reads.ts';
import { contract } from './contract.ts';

/** `If-None-Match` is a list of tags or `*`; a proxy may have made a tag weak (RFC 9110, section 13.1.2). */
const matches = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));

/** An address that carries the hash of its content may be kept for ever; any other must be asked again. */
const answer = (picture: Picture, ifNoneMatch: string | undefined, isForEver: boolean, size = ''): Answer => {
  const headers = {
    etag: `"${picture.hash}${size && `-${size}`}"`,
    'cache-control': isForEver ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  };
  if (matches(ifNoneMatch, headers.etag)) return notModified(headers);
  return ok(picture.content, {
    ...headers,
    'content-type': picture.contentType,
    'x-content-type-options': 'nosniff',
  });
};

/** An inactive item keeps its picture: placed orders still show it. */
export const servePictures = (api: Api, { reads }: { reads: CatalogReads }): void =>
  api.serve(contract, {
    findPicture: async ({ params, query, req }) => {
      const picture = await reads.findPicture(params.id);
      if (!picture) throw new PictureNotFound(`of item ${params.id}`);
      return answer(picture, req.headers['if-none-match'], query.v === picture.hash);
    },
    findImage: async ({ params: { hash }, query: { w }, req }) => {
      const picture = await reads.findImage(hash, w === undefined ? undefined : Number(w));
      if (!picture) throw new PictureNotFound(hash);
      return answer(picture, req.headers['if-none-match'], true, w);
    },
  });
