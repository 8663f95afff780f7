import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** How a process learns the address of whoever calls it through proxies. */
export interface TrustedProxies {
  /** Proxies of our own between the caller and this process, each of which adds the address that it was called from. */
  readonly hops: number;
  /** The header they write. What they do not write may be of the caller's own making, so that only one is read. */
  readonly header: 'x-forwarded-for' | 'forwarded';
}

/** What stands behind the gateway, which says one address and lets nobody else say any. */
const behindGateway: TrustedProxies = { hops: 1, header: 'x-forwarded-for' };

/** An address as proxies write it, with brackets, a port or a zone, in its one form; undefined for whatever else. */
const normalized = (text: string): string | undefined => {
  const [, bracketed, v4] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(text) ?? [];
  const bare = (bracketed ?? v4 ?? text).replace(/%.*$/, '');
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare)
    ? ipaddr.process(bare).toString()
    : undefined;
};

const forwardedFor = (element: string): string =>
  /(?:^|;)\s*for\s*=\s*("[^"]*"|[^\s;]*)/i.exec(element)?.[1]?.replaceAll('"', '') ?? '';

const namedIn = (req: IncomingMessage, header: TrustedProxies['header']): string[] => {
  const elements = [req.headers[header] ?? []].flat().join(',').split(',');
  return elements.map((element) => (header === 'forwarded' ? forwardedFor(element) : element).trim());
};

/**
 * The address of whoever calls: counted from the right, since what stands further left than our own proxies wrote may
 * be made up. A proxy that writes no address is stood for by the next one inward.
 *
 * @param proxies for a service behind the gateway what it needs, without being given
 */
export const clientAddress = (req: IncomingMessage, proxies: TrustedProxies = behindGateway): string => {
  const peer = normalized(req.socket.remoteAddress ?? '') ?? 'unknown';
  if (proxies.hops === 0) return peer;
  return (
    namedIn(req, proxies.header)
      .slice(-proxies.hops)
      .map(normalized)
      .find((address) => address !== undefined) ?? peer
  );
};

/**
 * What an address is counted under: itself, or, of IPv6, its network of 64 bits, of which a single subscriber has all
 * 2⁶⁴ addresses.
 */
export const addressKey = (address: string): string => {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString()}/64`;
};
