import { describe, expect, test } from '@jest/globals';
import { PasswordChecksBusy } from '../domain/errors.ts';
import { createFairGate } from './fair-gate.ts';

const bounds = { atOnce: 1, waitingAtMost: 6, perAddress: 4, perAccount: 3 };

const observed = () => {
  const gate = createFairGate(bounds);
  const done: string[] = [];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const first = gate({ from: 'somebody', account: 'first' }, () => held);
  const enter = (from: string, account: string, isKnown = false) =>
    gate({ from, account, isKnown }, async () => void done.push(account)).then(
      () => 'done' as const,
      (error: unknown) => {
        if (!(error instanceof PasswordChecksBusy)) throw error;
        return 'busy' as const;
      },
    );
  return { enter, done, open: async () => (release(), first) };
};

describe('a fair gate', () => {
  test('lets one that comes alone pass those that wait in a long line', async () => {
    const { enter, done, open } = observed();
    const crowd = ['a1', 'a2', 'a3', 'a4'].map((account) => enter('attacker', account));
    const alone = enter('owner', 'owner');
    await open();
    await Promise.all([...crowd, alone]);
    expect(done).toEqual(['a1', 'owner', 'a2', 'a3', 'a4']);
  });

  test('gives devices that are known every second turn, however many addresses stand beside them', async () => {
    const { enter, done, open } = observed();
    const crowd = ['a', 'b', 'c', 'd'].map((from) => enter(from, `${from}1`));
    const devices = [enter('phone', 'owner', true), enter('tablet', 'sister', true)];
    await open();
    await Promise.all([...crowd, ...devices]);
    expect(done).toEqual(['owner', 'a1', 'sister', 'b1', 'c1', 'd1']);
  });

  test('refuses at once what is beyond the bound of an address or an account', async () => {
    const { enter, open } = observed();
    const ofAddress = ['a1', 'a2', 'a3', 'a4', 'a5'].map((account) => enter('attacker', account));
    const ofAccount = [enter('b', 'victim'), enter('c', 'victim')];
    await open();
    expect(await Promise.all(ofAddress)).toEqual(['done', 'done', 'done', 'done', 'busy']);
    expect(await Promise.all(ofAccount)).toEqual(['done', 'done']);
    const many = observed();
    const guesses = ['a', 'b', 'c', 'd'].map((from) => many.enter(from, 'victim'));
    await many.open();
    expect(await Promise.all(guesses)).toEqual(['done', 'done', 'done', 'busy']);
  });

  test('makes place for one that comes alone when all places are taken', async () => {
    const { enter, open } = observed();
    const crowd = [1, 2, 3, 4].map((count) => enter('attacker', `a${count}`));
    const others = [enter('b', 'b1'), enter('b', 'b2')];
    const again = enter('b', 'b3');
    const alone = enter('owner', 'owner');
    await open();
    expect(await Promise.all(crowd)).toEqual(['done', 'done', 'done', 'busy']);
    expect(await Promise.all([...others, again, alone])).toEqual(['done', 'done', 'busy', 'done']);
  });

  test('lets work in again after work that failed', async () => {
    const gate = createFairGate(bounds);
    const fault = () => Promise.reject(new Error('broken'));
    await expect(gate({ from: 'a', account: 'a' }, fault)).rejects.toThrow('broken');
    expect(await gate({ from: 'a', account: 'a' }, async () => 'in')).toBe('in');
  });
});
