import { expect, test } from '@jest/globals';
import { isPushAddress } from './push.ts';

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/abc', false],
  ['https://user:word@push.example.com/abc', false],
  ['https://127.0.0.1/abc', false],
  ['https://2130706433/abc', false],
  ['https://[::1]/abc', false],
  ['https://localhost/abc', false],
  ['https://ordering-api/abc', false],
  ['https://api.quayside.svc.cluster.local/abc', false],
  ['https://metadata.google.internal/abc', false],
  ['file:///etc/passwd', false],
])('%s is an address of a push service: %s', (endpoint, is) => {
  expect(isPushAddress(endpoint, [])).toBe(is);
});

test('what is allowed by name may be private', () => {
  expect(isPushAddress('http://127.0.0.1:4321/abc', ['127.0.0.1'])).toBe(true);
});
