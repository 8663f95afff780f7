import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkPurpose } from '../domain/one-time-link.ts';

/**
 * The secret in a link: a seal over its id, by a key that the database does not have. So a mail that is sent again has
 * the same link, nothing of it is stored, and a copy of the database opens nothing.
 *
 * @param keys the newest first
 */
export const createLinkSeals = (keys: readonly string[]) => {
  const sealOf = (key: string, id: string, purpose: LinkPurpose): Buffer =>
    createHmac('sha256', key).update(`link\0${purpose}\0${id}`).digest();
  return {
    tokenOf: (id: string, purpose: LinkPurpose): string =>
      `${id}.${sealOf(keys[0] ?? '', id, purpose).toString('base64url')}`,
    /** The id that the token opens for one of the purposes; undefined where it was made up. */
    idOf: (token: string, purposes: readonly LinkPurpose[]): string | undefined => {
      const [, id, seal] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(token) ?? [];
      if (!id || !seal) return undefined;
      const given = Buffer.from(seal, 'base64url');
      const isOurs = purposes.some((purpose) =>
        keys.some((key) => timingSafeEqual(sealOf(key, id, purpose), given)),
      );
      return isOurs ? id : undefined;
    },
  };
};
