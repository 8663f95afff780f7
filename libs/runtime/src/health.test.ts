import { describe, expect, test } from '@jest/globals';
import { createHealth } from './health.ts';

describe('readiness', () => {
  test('waits for a dependency of the start, and shows its outage later without giving up', async () => {
    let away = true;
    const health = createHealth();
    const check = async () => {
      if (away) throw new Error('gone fishing');
    };
    health.addCheck('harbour', check, { onlyAtStart: true });
    expect((await health.readiness()).ready).toBe(false);
    away = false;
    expect((await health.readiness()).ready).toBe(true);
    away = true;
    expect(await health.readiness()).toEqual({
      ready: true,
      checks: { harbour: { ok: false, error: 'gone fishing' } },
    });
  });

  test('ends with a dependency that is always needed', async () => {
    let away = false;
    const health = createHealth();
    health.addCheck('harbour', async () => {
      if (away) throw new Error('gone fishing');
    });
    expect((await health.readiness()).ready).toBe(true);
    away = true;
    expect((await health.readiness()).ready).toBe(false);
  });
});
