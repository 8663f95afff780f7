import { expect, test } from '@jest/globals';
import { gather } from './gather.ts';

test('calls of one moment go together, those that come meanwhile in the next run, and each gets its own answer', async () => {
  const runs: number[][] = [];
  const gates: (() => void)[] = [];
  const double = gather(async (inputs: readonly number[]) => {
    runs.push([...inputs]);
    await new Promise<void>((open) => gates.push(open));
    return inputs.map((input) => 2 * input);
  }, 3);
  const early = [1, 2].map(double);
  await new Promise((turned) => setImmediate(turned));
  const late = [3, 4, 5, 6].map(double);
  expect(runs).toEqual([[1, 2]]);
  gates[0]?.();
  expect(await Promise.all(early)).toEqual([2, 4]);
  expect(runs).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  gates[1]?.();
  await Promise.all(late.slice(0, 3));
  gates[2]?.();
  expect(await Promise.all(late)).toEqual([6, 8, 10, 12]);
});

test('a run that fails fails its calls alone', async () => {
  let fails = true;
  const answer = gather(async (inputs: readonly string[]) => {
    if (fails) throw new Error('away');
    return inputs;
  });
  await expect(Promise.all([answer('a'), answer('b')])).rejects.toThrow('away');
  fails = false;
  expect(await answer('c')).toBe('c');
});
