import { describe, expect, test } from '@jest/globals';
import { emailKey, isEmail, mailboxOf } from './email-address.ts';

describe('an e-mail address', () => {
  test.each([
    'ivan@почта.рф',
    'ivan@xn--80a1acny.xn--p1ai',
    'sales/eu@example.com',
    'jürgen@example.com',
    "o'hara+lists@mail.example.co.uk",
    'δοκιμή@παράδειγμα.ελ',
    `${'a'.repeat(64)}@example.com`,
  ])('%s is one', (address) => expect(isEmail(address)).toBe(true));

  test.each([
    '',
    'maren',
    'maren at example',
    '@example.com',
    'maren@',
    'maren@localhost',
    'maren@127.0.0.1',
    'maren@[::1]',
    'maren@example..com',
    'maren@-example.com',
    'maren@example.com/path',
    'maren@user:pw@example.com',
    '.maren@example.com',
    'ma..ren@example.com',
    'ma ren@example.com',
    'maren@exa mple.com',
    'maren\u202e@example.com',
    'maren\nbcc@example.com',
    `${'a'.repeat(65)}@example.com`,
    `maren@${'a'.repeat(64)}.com`,
    `maren@${'abcdefghi.'.repeat(25)}com`,
  ])('%j is none', (address) => expect(isEmail(address)).toBe(false));

  test.each([
    ['info@xn--mller-kva.example', 'info@müller.example'],
    ['  Maren@Example.COM ', 'maren@example.com'],
    ['IVAN@ПОЧТА.РФ', 'ivan@xn--80a1acny.xn--p1ai'],
    ['ju\u0308rgen@example.com', 'j\u00fcrgen@example.com'],
  ])('%s is the same as %s', (one, other) => expect(emailKey(one)).toBe(emailKey(other)));

  test('what cannot be one has a key all the same, and no other address has it', () => {
    expect(emailKey('nobody')).not.toBe(emailKey('nobody@example.com'));
    expect(emailKey('a@b c')).toBe('a@b c');
  });

  test.each([
    ['maren+0@example.com', 'maren@example.com'],
    ['Maren+a+b@example.com', 'maren@example.com'],
    ['+maren@example.com', '+maren@example.com'],
  ])('%s is read in the mailbox %s', (address, mailbox) => expect(mailboxOf(address)).toBe(mailbox));
});
