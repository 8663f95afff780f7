import { expect, test } from '@jest/globals';
import { waitUntil } from '../src/wait-until.ts';

test.each([
  ['undefined', undefined],
  ['null, which a store says of what is not there yet', null],
  ['false', false],
])('goes on asking after %s', async (_name, nothing) => {
  const answers = [nothing, nothing, 'there'];
  await expect(waitUntil(() => answers.shift(), { describe: 'it' })).resolves.toBe('there');
});

test.each([0, ''])('takes %j for an answer', async (answer) => {
  await expect(waitUntil(() => answer, { describe: 'it' })).resolves.toBe(answer);
});

test('says what it waited for in vain, and why', async () => {
  const gone = new Error('gone');
  const waited = waitUntil(() => Promise.reject(gone), { timeoutMs: 1, describe: 'the invoice' });
  await expect(waited).rejects.toThrow('Waited 1 ms in vain for the invoice');
  await expect(waited).rejects.toMatchObject({ cause: gone });
});
