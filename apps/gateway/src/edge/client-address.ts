import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { clientAddress, type TrustedProxies } from '@quayside/http';
import type { RequestHandler, Response } from 'express';

declare global {
  namespace Express {
    interface Locals {
      /** The visitor's address, as far as our own proxies say it. */
      clientAddress?: string;
      /** True where what is for staff is not to be shown. */
      isOutsideAdminNetworks?: boolean;
    }
  }
}

/** With which the storefront, as it makes a page, reads through the gateway in the name of the page's visitor. */
export const visitorHeader = 'x-quayside-visitor';

const hourMs = 3600 * 1000;

/**
 * A visitor's address in a form that only a gateway can write. A page is made of reads that the storefront sends; without
 * it all visitors of pages would be one address. It holds for one to two hours, and does not leave our own processes.
 *
 * @param secret that all replicas share
 */
export const createVisitorProof = (secret: string, now: () => number = Date.now) => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'quayside visitor address', 32));
  const signed = (address: string, hour: number) =>
    `${address} ${createHmac('sha256', key).update(`${hour} ${address}`).digest('base64url')}`;
  const isSame = (text: string, otherText: string) => {
    const [one, other] = [Buffer.from(text), Buffer.from(otherText)];
    return one.length === other.length && timingSafeEqual(one, other);
  };
  const hour = () => Math.floor(now() / hourMs);
  return {
    of: (address: string): string => signed(address, hour()),
    /** The address in a proof; undefined for what no gateway wrote lately. */
    addressIn: (proof: string): string | undefined => {
      const [address = ''] = proof.split(' ');
      return [hour(), hour() - 1].some((at) => isSame(proof, signed(address, at))) ? address : undefined;
    },
  };
};
export type VisitorProof = ReturnType<typeof createVisitorProof>;

/** Notes who calls, before the headers that say so are taken away. */
export const noteClientAddress =
  (proxies: TrustedProxies, proof: VisitorProof): RequestHandler =>
  (req, res, next) => {
    const vouched = req.headers[visitorHeader];
    delete req.headers[visitorHeader];
    res.locals.clientAddress =
      (typeof vouched === 'string' ? proof.addressIn(vouched) : undefined) ?? clientAddress(req, proxies);
    next();
  };

/** The address noted of a request. */
export const clientAddressOf = (
  req: IncomingMessage & { res?: Pick<Response, 'locals'> | undefined },
): string => req.res?.locals.clientAddress ?? 'unknown';
