import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { askForMailLimit, mailboxLimit, outsideLimit, proofLimit } from '../src/domain/mail-limits.ts';
import { passwordFault } from '../src/domain/password-rules.ts';
import { shopWords } from '../src/domain/shop-words.ts';
import { signInLimits } from '../src/domain/sign-in-limits.ts';
import type { Limit } from '../src/domain/sign-in-limits.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/security-rules.md'), 'utf8');

const [both, everywhere, address] = signInLimits({ account: 'a', address: '203.0.113.7' });
const [device] = signInLimits({ account: 'a', address: '203.0.113.7', knownDevice: 'd' });

test.each<[string, Limit | undefined]>([
  ['sign-ins to one account from one address', both],
  ['sign-ins to one account from everywhere', everywhere],
  ['sign-ins to all accounts from one address', address],
  ['sign-ins to one account from one device that it knows, in place of the three', device],
  ['passwords asked again of whoever is signed in', proofLimit('password', 'a')],
  ['codes of a second factor of one account', proofLimit('code', 'a')],
  ['mails asked for from one address', askForMailLimit('203.0.113.7')],
  ['sign-ins by other providers from one address', outsideLimit('203.0.113.7')],
  ['mails to one mailbox that nobody confirmed', mailboxLimit('unconfirmed', 'a@example.com')],
  ['mails to one mailbox that is confirmed', mailboxLimit('confirmed', 'a@example.com')],
])('docs/security-rules.md says how guessing is bounded: %s', (what, limit) => {
  const { free, firstWaitSeconds, longestWaitSeconds } = limit!.throttle;
  expect(page).toContain(`| ${what} | ${free} | ${firstWaitSeconds} s | ${longestWaitSeconds} s |`);
});

test('docs/security-rules.md lists the words that make no password', () => {
  const [, words = ''] = /^\| of the shop \| (.+) \|$/m.exec(page) ?? [];
  const listed = [...words.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
  expect(page).toContain('| of where it runs | the host of `PUBLIC_ORIGIN`, and each of its parts |');
  const host = ['shop.fenderworks.example', 'shop', 'fenderworks', 'example'];
  expect([...listed, ...host]).toEqual(shopWords('https://shop.fenderworks.example:8443'));
  expect(page).toContain(
    '| of the person | the name and each of its words; the e-mail address, what stands before the @, and each part of it |',
  );
  const owner = { name: 'Maren Lindqvist', email: 'skipper.mate@fjordpost.example' };
  const guessable = { isCommon: () => false, shopWords: [] };
  for (const word of [
    'Maren Lindqvist',
    'Lindqvist',
    'skipper.mate@fjordpost.example',
    'skipper.mate',
    'fjordpost',
  ])
    expect(passwordFault(`${word} 99`, owner, guessable)).toContain('too close to your name');
});
