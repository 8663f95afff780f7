import { expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import { createLoopDelay } from './loop-delay.ts';

const block = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

test('a loop that is held up shows it, until it is held up no longer', async () => {
  const delay = createLoopDelay();
  expect(delay()).toBe(0);
  block(500);
  await waitUntil(() => delay() > 100, { describe: 'the delay to show' });
  await waitUntil(() => delay() < 50, { describe: 'the delay to have passed' });
});
