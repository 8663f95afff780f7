import { describe, expect, test } from '@jest/globals';
import { parsePaymentMessage } from './payment-message.ts';

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
