import { expect, test } from '@jest/globals';
import { answerOr } from './answer-or.ts';
import { isTransient, TransientError } from './transient-error.ts';

class ShopClosed extends Error {}
const answerOrClosed = answerOr(isTransient, (cause) => new ShopClosed('closed', { cause }));

test('an answer is handed on', async () => {
  await expect(answerOrClosed(Promise.resolve(7))).resolves.toBe(7);
});

test('a store that is away becomes the error given, with its cause', async () => {
  const cause = new TransientError('away');
  const refused = answerOrClosed(Promise.reject(cause));
  await expect(refused).rejects.toBeInstanceOf(ShopClosed);
  await expect(refused).rejects.toMatchObject({ cause });
});

test('a fault of our own is not hidden', async () => {
  const fault = new TypeError('x is undefined');
  await expect(answerOrClosed(Promise.reject(fault))).rejects.toBe(fault);
});
