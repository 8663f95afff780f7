import { expect, test } from '@jest/globals';
import { ReplyError } from 'ioredis';
import { BasketUnavailable } from '../domain/errors.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';

const inScript = 'ERR Error running script (call to f_4acc1a4e): @user_script:4: @user_script: 4:';

test.each([
  'READONLY You cannot write against a read only replica.',
  "OOM command not allowed when used memory > 'maxmemory'. script: 4acc1a4e, on @user_script:4.",
  `${inScript} -OOM command not allowed when used memory > 'maxmemory'.`,
  `${inScript} -READONLY You cannot write against a read only replica.`,
  'MISCONF Errors writing to the AOF file: No space left on device',
])('a Redis that says "%s" is unavailable', async (reply) => {
  await expect(answerOrUnavailable(Promise.reject(new ReplyError(reply)))).rejects.toThrow(BasketUnavailable);
});

test('no answer at all is unavailable too', async () => {
  const silence = Promise.reject(new Error('Command timed out'));
  await expect(answerOrUnavailable(silence)).rejects.toThrow(BasketUnavailable);
});

test('a fault of a script of ours is not hidden', async () => {
  const reply = new ReplyError(
    `${inScript} WRONGTYPE Operation against a key holding the wrong kind of value`,
  );
  await expect(answerOrUnavailable(Promise.reject(reply))).rejects.toBe(reply);
});
