import type { RouteDefinition } from '@quayside/contracts';
import express, { type Request, type Response } from 'express';
import { ProblemError } from './problem.ts';

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
  if (!req.is([...types])) {
    throw new ProblemError({
      status: 415,
      code: 'unsupported-media-type',
      title: `Send the file as ${types.join(', ')}`,
    });
  }
  const read = express.raw({ type: () => true, limit: maxBytes, inflate: false });
  await new Promise<void>((resolve, reject) =>
    read(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(error))),
  );
  const body: unknown = req.body;
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw new ProblemError({ status: 400, code: 'malformed-request', title: 'The file is empty' });
  }
  return body;
};
