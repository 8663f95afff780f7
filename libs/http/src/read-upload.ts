import type { RouteDefinition } from '@quayside/contracts';
import express, { type Request, type Response } from 'express';
import { ProblemError } from './problem.ts';

const tooLarge = (maxBytes: number): ProblemError =>
  new ProblemError({
    status: 413,
    code: 'body-too-large',
    title: 'The body is too large',
    detail: `A file has ${maxBytes / 1_000_000} MB at most`,
  });

const empty = (): ProblemError =>
  new ProblemError({ status: 400, code: 'malformed-request', title: 'The file is empty' });

const requireType = (req: Request, types: readonly string[]): void => {
  if (req.is([...types])) return;
  throw new ProblemError({
    status: 415,
    code: 'unsupported-media-type',
    title: `Send the file as ${types.join(', ')}`,
  });
};

/**
 * The body of an upload as it comes, so that memory does not grow with the file.
 *
 * @throws {ProblemError} 415 and 413 at once where the headers say it already; while it is read, 413 for one that turns
 * out too large, and 400 for no body at all
 */
export const streamUpload = (
  req: Request,
  { types, maxBytes }: NonNullable<RouteDefinition['upload']>,
): AsyncIterable<Buffer> => {
  requireType(req, types);
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  return (async function* parts() {
    let bytes = 0;
    for await (const part of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield part;
    }
    if (bytes === 0) throw empty();
  })();
};

/**
 * The body of an upload, once it is known who sends it and that the rest of the request is right.
 *
 * @throws {ProblemError} 415 for a type that the route does not take, 400 for no body at all; and 413 for one too large
 */
export const readUpload = async (
  req: Request,
  res: Response,
  { types, maxBytes }: NonNullable<RouteDefinition['upload']>,
): Promise<Buffer> => {
  requireType(req, types);
  const read = express.raw({ type: () => true, limit: maxBytes, inflate: false });
  await new Promise<void>((resolve, reject) =>
    read(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(error))),
  );
  const body: unknown = req.body;
  if (!Buffer.isBuffer(body) || body.length === 0) throw empty();
  return body;
};
