import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { askForMailLimit, mailboxLimit, outsideLimit, proofLimit } from '../src/domain/mail-limits.ts';
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
