import { createHash, timingSafeEqual } from 'node:crypto';

const gatewayId = 'quayside-gateway';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** HTTP Basic (RFC 7617) with the id and the secret of the gateway's OpenID client. */
export const createIsGateway =
  (secret: string) =>
  (authorization: string | undefined): boolean => {
    const given = /^Basic ([A-Za-z0-9+/]+=*)$/.exec(authorization ?? '')?.[1];
    if (given === undefined) return false;
    const [id, ...rest] = Buffer.from(given, 'base64').toString().split(':');
    return id === gatewayId && timingSafeEqual(digest(rest.join(':')), digest(secret));
  };
