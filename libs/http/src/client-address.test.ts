import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { addressKey, clientAddress, type TrustedProxies } from './client-address.ts';

const seen = (headers: Record<string, string>, proxies?: TrustedProxies, remoteAddress = '10.0.0.9') =>
  clientAddress({ headers, socket: { remoteAddress } } as unknown as IncomingMessage, proxies);
const forwardedFor = (list: string, hops: number, remoteAddress?: string) =>
  seen({ 'x-forwarded-for': list }, { hops, header: 'x-forwarded-for' }, remoteAddress);
const forwarded = (list: string, hops: number) => seen({ forwarded: list }, { hops, header: 'forwarded' });

describe('the address of whoever calls', () => {
  test.each([
    ['without proxies is the peer, whatever it says', forwardedFor('203.0.113.7', 0), '10.0.0.9'],
    ['behind one proxy is what that one wrote', forwardedFor('6.6.6.6, 203.0.113.7', 1), '203.0.113.7'],
    ['behind two is the last but one', forwardedFor('6.6.6.6, 203.0.113.7, 10.1.1.1', 2), '203.0.113.7'],
    ['is what there is, if fewer proxies wrote', forwardedFor('203.0.113.7', 3), '203.0.113.7'],
    ['is the peer if no proxy wrote', seen({}, { hops: 1, header: 'x-forwarded-for' }), '10.0.0.9'],
    ['is read without its port', forwardedFor('203.0.113.7:5123', 1), '203.0.113.7'],
    ['is read without brackets and port', forwardedFor('[2001:DB8:0:0::1]:5123', 1), '2001:db8::1'],
    ['is read without its zone', forwardedFor('fe80::1%eth0', 1), 'fe80::1'],
    ['is IPv4 also where IPv6 carries it', forwardedFor('::ffff:203.0.113.7', 1), '203.0.113.7'],
    ['is IPv4 also of such a peer', seen({}, undefined, '::ffff:10.0.0.9'), '10.0.0.9'],
    ['is never the name of something', forwardedFor('unknown, 10.1.1.1', 2), '10.1.1.1'],
    ['is the peer where nothing is an address', forwardedFor('0x7f.1, 010.0.0.1.2', 2), '10.0.0.9'],
    ['is for services what the gateway wrote', seen({ 'x-forwarded-for': '203.0.113.7' }), '203.0.113.7'],
    [
      'stands in Forwarded',
      forwarded('for=6.6.6.6, for=203.0.113.7;proto=https;by=10.0.0.1', 1),
      '203.0.113.7',
    ],
    ['stands there in quotes', forwarded('proto=https; For="[2001:db8::7]:4711"', 1), '2001:db8::7'],
    ['is not there if it is hidden', forwarded('for=_hidden', 1), '10.0.0.9'],
    [
      'is read from the one header alone',
      seen(
        { forwarded: 'for=6.6.6.6', 'x-forwarded-for': '203.0.113.7' },
        { hops: 1, header: 'x-forwarded-for' },
      ),
      '203.0.113.7',
    ],
  ])('%s', (_what, address, expected) => {
    expect(address).toBe(expected);
  });
});

describe('what an address is counted under', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['unknown', 'unknown'],
  ])('%s is %s', (address, expected) => {
    expect(addressKey(address)).toBe(expected);
  });
});
