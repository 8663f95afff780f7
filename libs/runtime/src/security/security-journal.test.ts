import { describe, expect, test } from '@jest/globals';
import { createSecurityJournal, type SecurityRecord } from './security-journal.ts';

const withClock = () => {
  const clock = { now: Date.parse('2026-03-01T08:00:00Z') };
  const journal = createSecurityJournal(() => clock.now);
  const flushed = async () => {
    const written: SecurityRecord[] = [];
    await journal.flush(async (records) => void written.push(...records));
    return written;
  };
  return { clock, journal, flushed };
};

describe('the journal of the security log', () => {
  test('keeps who did what, from where, and without what is not known', async () => {
    const { journal, flushed } = withClock();
    journal.add('user_created', { userId: 'u1', address: '203.0.113.7', session: undefined });
    expect(await flushed()).toEqual([
      {
        ...{ id: expect.any(String), at: '2026-03-01T08:00:00.000Z', times: 1 },
        ...{ event: 'user_created', userId: 'u1', address: '203.0.113.7' },
      },
    ]);
    expect(await flushed()).toEqual([]);
  });

  test('makes one record of what is alike', async () => {
    const { clock, journal, flushed } = withClock();
    for (let turn = 0; turn < 500; turn += 1) {
      journal.add('authn_login_fail', { onUserId: 'u1', address: '203.0.113.7', session: `s${turn}` });
      clock.now += 1;
    }
    journal.add('authn_login_fail', { onUserId: 'u2', address: '203.0.113.7' });
    const records = await flushed();
    expect(records.map(({ times, onUserId }) => [times, onUserId])).toEqual([
      [500, 'u1'],
      [1, 'u2'],
    ]);
    expect(records[0]?.until).toBe('2026-03-01T08:00:00.499Z');
    expect(records[0]).not.toHaveProperty('session');
  });

  test('tells the sessions of whoever is known apart', async () => {
    const { journal, flushed } = withClock();
    for (const session of ['s1', 's2', 's1']) journal.add('session_created', { userId: 'u1', session });
    expect((await flushed()).map(({ session, times }) => [session, times])).toEqual([
      ['s1', 2],
      ['s2', 1],
    ]);
  });

  test('stays small in a flood from everywhere, counts it all, and hides nothing of another kind', async () => {
    const { clock, journal, flushed } = withClock();
    const written: SecurityRecord[] = [];
    const seconds = 600;
    const each = 500;
    for (let second = 0; second < seconds; second += 1) {
      for (let turn = 0; turn < each; turn += 1)
        journal.add('authn_login_fail', {
          reason: 'wrong-credentials',
          address: `2001:db8:${second}::${turn}`,
        });
      clock.now += 1000;
      written.push(...(await flushed()));
    }
    journal.add('privilege_permissions_changed', { userId: 'u1', onUserId: 'u2' });
    clock.now += 60_000;
    written.push(...(await flushed()));
    expect(written.length).toBeLessThan(200 + seconds / 2 + seconds / 60 + 3);
    expect(written.reduce((sum, { times }) => sum + times, 0)).toBe(seconds * each + 1);
    expect(written).toContainEqual(expect.objectContaining({ event: 'privilege_permissions_changed' }));
  });

  test('offers again what could not be written, under the same ids, and no more than it can hold', async () => {
    const { clock, journal, flushed } = withClock();
    journal.add('user_created', { userId: 'u1' });
    const offered: string[] = [];
    const fails = async (records: readonly SecurityRecord[]) => {
      offered.push(...records.map(({ id }) => id));
      throw new Error('away');
    };
    await expect(journal.flush(fails)).rejects.toThrow('away');
    for (let turn = 0; turn < 20_000; turn += 1) {
      journal.add('user_created', { userId: `u${turn}` });
      clock.now += 10_000;
    }
    expect(journal.waiting()).toBeLessThanOrEqual(2_001);
    const records = await flushed();
    expect(records[0]?.id).toBe(offered[0]);
    expect(records.reduce((sum, { times }) => sum + times, 0)).toBe(20_001);
  });
});
