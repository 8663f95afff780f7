import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Who shows an id and a secret by HTTP Basic (RFC 7617): what it sends as `Authorization`, and whether somebody sent it.
 *
 * @example
 * const gateway = basicCredentials('quayside-gateway', config.GATEWAY_CLIENT_SECRET);
 * if (!gateway.areIn(req.headers.authorization)) throw new ProblemError(notTheGateway);
 */
export const basicCredentials = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  areIn: (authorization: string | undefined): boolean => {
    const given = /^Basic ([A-Za-z0-9+/]+=*)$/.exec(authorization ?? '')?.[1];
    if (given === undefined) return false;
    const [givenId, ...rest] = Buffer.from(given, 'base64').toString().split(':');
    return givenId === id && timingSafeEqual(digest(rest.join(':')), digest(secret));
  },
});
