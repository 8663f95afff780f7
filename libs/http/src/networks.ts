import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** Networks by their CIDR notation, of IPv4 and IPv6. */
export interface Networks {
  /** Whether an address, in its one form, is in one of them. */
  contain(address: string): boolean;
}

type Cidr = ReturnType<typeof ipaddr.parseCIDR>;

const faultOf = (text: string): string | undefined => {
  if (!ipaddr.isValidCIDR(text) || (ipaddr.IPv4.isValidCIDR(text) && !/^\d+\.\d+\.\d+\.\d+\//.test(text))) {
    return 'is no network like 192.0.2.0/24 or 2001:db8::/32';
  }
  const [address, bits] = ipaddr.parseCIDR(text);
  if (address.kind() === 'ipv6' && (address as ipaddr.IPv6).isIPv4MappedAddress()) {
    return 'is IPv4 in the clothes of IPv6: write it as 192.0.2.0/24';
  }
  const network = (address.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6).networkAddressFromCIDR(text);
  return network.toString() === address.toString()
    ? undefined
    : `says more than its ${bits} bits: the network begins elsewhere`;
};

const contains = ([network, bits]: Cidr, address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  network.kind() === address.kind() && (address.match as (...cidr: Cidr) => boolean)(network, bits);

const networksOf = (list: readonly string[]): Networks => {
  const cidrs = list.map((text) => ipaddr.parseCIDR(text));
  return {
    contain: (address) => {
      if (!ipaddr.isValid(address)) return false;
      const parsed = ipaddr.process(address);
      return cidrs.some((cidr) => contains(cidr, parsed));
    },
  };
};

/**
 * A variable that lists networks by comma; undefined where it is absent. A wrong one is refused by where it stands in the list.
 *
 * @example
 * ADMIN_NETWORKS: networksField('networks that the admin pages are open to')
 */
export const networksField = (description: string) =>
  z
    .string()
    .transform((text, context): Networks => {
      const list = text.split(',').map((one) => one.trim());
      const faults = list.flatMap((one, at) => {
        const fault = faultOf(one);
        return fault === undefined ? [] : [`number ${at + 1} of ${list.length} ${fault}`];
      });
      if (faults.length === 0) return networksOf(list);
      context.addIssue({ code: 'custom', message: faults.join('; ') });
      return z.NEVER;
    })
    .optional()
    .describe(description);
