import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { readCookie } from './read-cookie.ts';

const cookieName = '__Host-quayside-device';
/** As the version before called it; a device is known by it until it signs in anew. */
const formerName = '__Secure-quayside-device';
const maxAgeMs = 180 * 24 * 3600 * 1000;
/** People who share a device; of more, those who signed in last. */
const accountsAtMost = 6;

interface Device {
  readonly id: string;
  /** A seal for each account, the last one first. */
  readonly seals: readonly string[];
}

const deviceOf = (req: Request): Device | undefined => {
  const cookie = readCookie(req, cookieName, formerName) ?? '';
  const [, id, seals] = /^([0-9a-f-]{36})((?:\.[\w-]{22}){1,6})$/.exec(cookie) ?? [];
  return id && seals ? { id, seals: seals.slice(1).split('.') } : undefined;
};

/**
 * Which accounts were signed in on a device, as the device itself remembers it: a cookie that names nobody and that
 * nobody but us can make. It opens nothing; guesses from elsewhere do not count against whoever holds it.
 *
 * @param keys the newest first
 */
export const createKnownDevices = (keys: readonly string[]) => {
  const [newest = ''] = keys;
  const sealOf = (key: string, device: string, userId: string): string =>
    createHmac('sha256', key)
      .update(`device\0${device}\0${userId}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url');
  const isSame = (one: string, other: string) => timingSafeEqual(Buffer.from(one), Buffer.from(other));

  return {
    /** The device's name if the account was signed in on it. */
    of:
      (req: Request) =>
      (userId: string): string | undefined => {
        const device = deviceOf(req);
        if (!device) return undefined;
        const seals = keys.map((key) => sealOf(key, device.id, userId));
        const isKnown = device.seals.some((known) => seals.some((seal) => isSame(known, seal)));
        return isKnown ? device.id : undefined;
      },
    remember: (req: Request, res: Response, userId: string): void => {
      const device = deviceOf(req) ?? { id: randomUUID(), seals: [] };
      const seals = [...new Set([sealOf(newest, device.id, userId), ...device.seals])];
      const attributes = { httpOnly: true, secure: true, sameSite: 'lax' } as const;
      const value = [device.id, ...seals.slice(0, accountsAtMost)].join('.');
      res.cookie(cookieName, value, { ...attributes, path: '/', maxAge: maxAgeMs });
      if (readCookie(req, formerName)) res.clearCookie(formerName, { ...attributes, path: '/identity' });
    },
  };
};
export type KnownDevices = ReturnType<typeof createKnownDevices>;
