import { expect, test } from '@jest/globals';
import { PreviewNotValid } from '../domain/preview-error.ts';
import { openPreview, signPreview } from './sign-preview.ts';

const now = new Date('2026-11-27T12:00:00Z');
const key = 'a key';
const { token, expiresAt } = signPreview(7, { key, now });

test('a link opens its product for an hour', () => {
  expect(expiresAt).toBe('2026-11-27T13:00:00.000Z');
  expect(openPreview(token, { key, now: new Date('2026-11-27T12:59:59Z') })).toBe(7);
  expect(() => openPreview(token, { key, now: new Date('2026-11-27T13:00:00Z') })).toThrow(PreviewNotValid);
});

test.each([
  ['of another product', token.replace(/^7/, '8')],
  ['that was made to last', token.replace(/-(\d{10})-/, (_, seconds) => `-${Number(seconds) + 60}-`)],
  ['of another key', signPreview(7, { key: 'another', now }).token],
  ['that is cut off', token.slice(0, -1)],
  ['that is none', 'x'],
])('a link %s opens nothing', (_, forged) => {
  expect(() => openPreview(forged, { key, now })).toThrow(PreviewNotValid);
});
