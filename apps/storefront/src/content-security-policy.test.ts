import { describe, expect, test } from '@jest/globals';
import { contentSecurityPolicy } from './content-security-policy.ts';

const input = { nonce: 'bm9uY2U=', paymentOrigin: 'https://pay.example', isDevelopment: false };
const directives = (changes: Partial<typeof input> = {}) =>
  new Map(
    contentSecurityPolicy({ ...input, ...changes })
      .split('; ')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
  );

describe('the content security policy', () => {
  test('runs only what carries the nonce, and what that loads', () => {
    expect(directives().get('script-src')).toEqual([`'self'`, `'nonce-bm9uY2U='`, `'strict-dynamic'`]);
  });

  test('frames the payment company and nobody else, and lets nobody frame us', () => {
    expect(directives().get('frame-src')).toEqual(['https://pay.example']);
    expect(directives().get('frame-ancestors')).toEqual([`'none'`]);
  });

  test('speaks to our own origin only', () => {
    expect(directives().get('connect-src')).toEqual([`'self'`]);
    expect(directives().get('worker-src')).toEqual([`'self'`]);
    expect(directives().get('default-src')).toEqual([`'self'`]);
    expect(directives().get('form-action')).toEqual([`'self'`]);
  });

  test('allows nothing unsafe in production, whatever development needs', () => {
    const unsafe = (isDevelopment: boolean) =>
      [...directives({ isDevelopment }).values()].flat().filter((source) => source.includes('unsafe'));
    expect(unsafe(false)).toEqual([]);
    expect(unsafe(true)).not.toEqual([]);
  });
});
