import { createHash, timingSafeEqual } from 'node:crypto';
import { guestKey } from '@quayside/contracts';
import { ProblemError } from '@quayside/http';
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import type { GuestKeys } from '../usecases/guest-keys.ts';
import { retryAfterSeconds } from './retry-after.ts';

const gatewayId = 'quayside-gateway';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** HTTP Basic (RFC 7617) with the id and the secret of the gateway's OpenID client. */
const isGateway = (authorization: string | undefined, secret: string): boolean => {
  const given = /^Basic ([A-Za-z0-9+/]+=*)$/.exec(authorization ?? '')?.[1];
  if (given === undefined) return false;
  const [id, ...rest] = Buffer.from(given, 'base64').toString().split(':');
  return id === gatewayId && timingSafeEqual(digest(rest.join(':')), digest(secret));
};

const refusal = (): ProblemError =>
  new ProblemError({
    status: 401,
    code: 'unauthenticated',
    title: 'Only the gateway publishes keys of guests',
    headers: { 'www-authenticate': 'Basic realm="identity"' },
  });

/**
 * `PUT /internal/v1/guest-keys` takes a public key from the gateway, `GET /identity/guest-jwks` shows all of them
 * (RFC 7517): so services know whom to trust without asking the gateway, which stands in front of them.
 */
export const createGuestKeyRouter = (options: {
  keys: GuestKeys;
  gatewaySecret: string;
  /** Whether an error means that the database is out of reach or busy. */
  isAway: (error: unknown) => boolean;
}): Router => {
  const { keys, gatewaySecret, isAway } = options;
  const router = Router();

  const publish = async (req: Request, res: Response): Promise<void> => {
    if (!isGateway(req.headers.authorization, gatewaySecret)) throw refusal();
    const key = guestKey.safeParse(req.body);
    if (!key.success) {
      const title = 'That is no public P-256 key for ES256';
      throw new ProblemError({ status: 400, code: 'malformed-request', title });
    }
    await keys.publish(key.data);
    res.status(204).end();
  };
  // Express knows an error handler by its four parameters.
  const answerUnavailable = (error: unknown, _req: Request, _res: Response, next: NextFunction): void =>
    next(
      isAway(error)
        ? new ProblemError(
            {
              status: 503,
              code: 'identity-unavailable',
              title: 'The keys of guests cannot be read or written right now',
              headers: { 'retry-after': retryAfterSeconds },
            },
            error,
          )
        : error,
    );

  router.put('/internal/v1/guest-keys', express.json({ limit: '4kb' }), publish, answerUnavailable);
  router.get(
    '/identity/guest-jwks',
    async (_req: Request, res: Response) => void res.json({ keys: await keys.published() }),
    answerUnavailable,
  );
  return router;
};
