import { describe, expect, test } from '@jest/globals';
import {
  firstKeyDates,
  nextKeyDates,
  orderSigningKeys,
  publishLeadSeconds,
  retiredSeconds,
} from './signing-key.ts';

const start = new Date('2026-03-01T12:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const rotated = () => {
  const { next, othersExpireAt } = nextKeyDates(start);
  return [
    { kid: 'old', ...firstKeyDates(after(-86_400)), expiresAt: othersExpireAt },
    { kid: 'new', ...next },
  ];
};
const kids = (now: Date) => orderSigningKeys(rotated(), now).map(({ kid }) => kid);

describe('signing keys', () => {
  test('the first key signs at once', () => {
    expect(orderSigningKeys([firstKeyDates(start)], start)).toHaveLength(1);
  });

  test('a new key is published before it signs', () => {
    expect(kids(start)).toEqual(['old', 'new']);
    expect(kids(after(publishLeadSeconds - 1))).toEqual(['old', 'new']);
  });

  test('the new key takes over, and the old one stays published for its tokens', () => {
    expect(kids(after(publishLeadSeconds))).toEqual(['new', 'old']);
    expect(kids(after(publishLeadSeconds + retiredSeconds - 1))).toEqual(['new', 'old']);
  });

  test('the old key goes when none of its tokens can be alive', () => {
    expect(kids(after(publishLeadSeconds + retiredSeconds))).toEqual(['new']);
  });
});
