import { expect, test } from '@jest/globals';
import { awayIf, isTransient, TransientError } from './transient-error.ts';

const isAway = awayIf(({ message }) => message === 'not now');

test.each<[string, unknown, boolean]>([
  ['one marked so', new TransientError('payment is slow'), true],
  ['one wrapped by another', new Error('could not load', { cause: new TransientError('x') }), true],
  ['a fault of the network', Object.assign(new Error('x'), { code: 'ECONNRESET' }), true],
  [
    'several refused addresses',
    new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    true,
  ],
  ['a broken constraint', Object.assign(new Error('x'), { code: '23505' }), false],
  ['a bug', new TypeError('x is undefined'), false],
  ['no error', 'ECONNREFUSED', false],
])('%s', (_what, error, expected) => {
  expect(isTransient(error)).toBe(expected);
  expect(isAway(error)).toBe(expected);
});

test('a store adds what it says itself, also as a cause', () => {
  expect(isAway(new Error('not now'))).toBe(true);
  expect(isAway(new Error('could not load', { cause: new Error('not now') }))).toBe(true);
  expect(isTransient(new Error('not now'))).toBe(false);
});
