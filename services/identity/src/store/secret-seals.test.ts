import { describe, expect, test } from '@jest/globals';
import { createSecretSeals } from './secret-seals.ts';

describe('a sealed secret', () => {
  const seals = createSecretSeals(['the newest key of all', 'the one before it']);

  test('is opened for its owner, and shows nothing', () => {
    const sealed = seals.seal('JBSWY3DPEHPK3PXP', 'ada');
    expect(sealed.toString('latin1')).not.toContain('JBSWY3DP');
    expect(seals.open(sealed, 'ada')).toBe('JBSWY3DPEHPK3PXP');
    expect(() => seals.open(sealed, 'eve')).toThrow('ACCOUNT_KEYS');
  });

  test('of the key before is still opened, one of a key that is gone is not', () => {
    const before = createSecretSeals(['the one before it']).seal('JBSWY3DPEHPK3PXP', 'ada');
    expect(seals.open(before, 'ada')).toBe('JBSWY3DPEHPK3PXP');
    expect(() => createSecretSeals(['the newest key of all']).open(before, 'ada')).toThrow();
  });
});
