import { describe, expect, test } from '@jest/globals';
import { messageOfFrame } from './payment-message.ts';

const frame = { origin: 'https://pay.example', window: { name: 'frame' } as Window };
const said = (data: unknown) => ({ origin: frame.origin, source: frame.window, data });
const parsePaymentMessage = (data: unknown) => messageOfFrame(said(data), frame);

describe('messages of the payment form', () => {
  test('a token comes with what to show of the card, and nothing else of it', () => {
    const data = {
      type: 'quayside-payment:token',
      token: 'tok_ok',
      brand: 'Visa',
      last4: '4242',
      number: '4242',
    };
    expect(parsePaymentMessage(data)).toEqual({
      type: 'token',
      card: { token: 'tok_ok', brand: 'Visa', last4: '4242' },
    });
  });

  test('a brand we know is written as its owner writes it', () => {
    const data = { type: 'quayside-payment:token', token: 'tok_ok', brand: 'amex', last4: '0005' };
    expect(parsePaymentMessage(data)).toMatchObject({ card: { brand: 'American Express' } });
  });

  test('an error is passed on in its own words', () => {
    expect(parsePaymentMessage({ type: 'quayside-payment:error', message: 'Expired' })).toEqual({
      type: 'error',
      message: 'Expired',
    });
  });

  test('what was decided, the frame does not say', () => {
    const data = { type: 'quayside-payment:decided', outcome: 'paid' };
    expect(parsePaymentMessage(data)).toEqual({ type: 'decided' });
  });

  test('a height is rounded up', () => {
    expect(parsePaymentMessage({ type: 'quayside-payment:height', height: 211.2 })).toEqual({
      type: 'height',
      height: 212,
    });
  });

  test.each([
    undefined,
    'quayside-payment:token',
    { type: 'webpackOk' },
    { type: 'quayside-payment:token', token: 1, brand: 'Visa', last4: '4242' },
    { type: 'quayside-payment:height', height: -5 },
    { type: 'quayside-payment:height', height: 1e9 },
    { type: 'quayside-payment:height', height: 'tall' },
  ])('%j is not for us', (data) => {
    expect(parsePaymentMessage(data)).toBeUndefined();
  });
});

describe('a message between windows', () => {
  const message = said({ type: 'quayside-payment:decided' });

  test('is heard of the frame, from the origin of the payment company', () => {
    expect(messageOfFrame(message, frame)).toEqual({ type: 'decided' });
  });

  test.each([
    ['another origin', { ...message, origin: 'https://pay.example.evil.test' }],
    ['the same host without TLS', { ...message, origin: 'http://pay.example' }],
    ['another port', { ...message, origin: 'https://pay.example:8443' }],
    ['no origin', { ...message, origin: 'null' }],
    ['another window of that origin', { ...message, source: { name: 'popup' } as Window }],
    ['a window that is gone', { ...message, source: null }],
  ])('of %s is not for us', (_what, other) => {
    expect(messageOfFrame(other, frame)).toBeUndefined();
    expect(messageOfFrame(other, { ...frame, window: null })).toBeUndefined();
  });

  test('is not for us before there is a frame', () => {
    expect(messageOfFrame(message, { ...frame, window: undefined })).toBeUndefined();
  });
});
