import { describe, expect, test } from '@jest/globals';
import { networksField } from './networks.ts';

const field = networksField('networks');
const faultOf = (text: string) => field.safeParse(text).error?.issues.map(({ message }) => message);
const contains = (list: string, address: string) => field.parse(list)?.contain(address);

describe('a list of networks', () => {
  test('is none where nothing is said', () => {
    expect(field.parse(undefined)).toBeUndefined();
  });

  test.each([
    ['10.0.0.0/8', '10.255.0.1', true],
    ['10.0.0.0/8', '11.0.0.1', false],
    ['192.0.2.7/32', '192.0.2.7', true],
    ['192.0.2.7/32', '192.0.2.8', false],
    ['0.0.0.0/0', '203.0.113.7', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['::/0', '10.0.0.1', false],
    ['198.51.100.0/24, 2001:db8:7::/48', '2001:db8:7::1', true],
    ['198.51.100.0/24,2001:db8:7::/48', '198.51.100.200', true],
    ['10.0.0.0/8', '::ffff:10.0.0.1', true],
    ['0.0.0.0/0,::/0', 'unknown', false],
  ])('%s holds %s: %s', (list, address, expected) => {
    expect(contains(list, address)).toBe(expected);
  });

  test.each([
    ['10.0.0.0', 'number 1 of 1 is no network like 192.0.2.0/24 or 2001:db8::/32'],
    ['10.0.0.0/33', 'number 1 of 1 is no network like 192.0.2.0/24 or 2001:db8::/32'],
    ['10/8', 'number 1 of 1 is no network like 192.0.2.0/24 or 2001:db8::/32'],
    ['10.0.0.0/8,office', 'number 2 of 2 is no network like 192.0.2.0/24 or 2001:db8::/32'],
    ['10.0.0.0/8,', 'number 2 of 2 is no network like 192.0.2.0/24 or 2001:db8::/32'],
    ['10.0.0.5/8', 'number 1 of 1 says more than its 8 bits: the network begins elsewhere'],
    ['2001:db8::1/32', 'number 1 of 1 says more than its 32 bits: the network begins elsewhere'],
    ['::ffff:10.0.0.0/104', 'number 1 of 1 is IPv4 in the clothes of IPv6: write it as 192.0.2.0/24'],
  ])('%s is refused, with why', (list, fault) => {
    expect(faultOf(list)).toEqual([fault]);
  });
});
