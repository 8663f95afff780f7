import { createDecipheriv, hkdfSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createSecretSeals } from './secret-seals.ts';

describe('a sealed secret', () => {
  const seals = createSecretSeals(['the newest key of all', 'the one before it'], 'second factor');

  test('is opened for its owner, and shows nothing', () => {
    const sealed = seals.seal('JBSWY3DPEHPK3PXP', 'ada');
    expect(sealed.toString('latin1')).not.toContain('JBSWY3DP');
    expect(seals.open(sealed, 'ada')).toBe('JBSWY3DPEHPK3PXP');
    expect(() => seals.open(sealed, 'eve')).toThrow('ACCOUNT_KEYS');
  });

  test('of the key before is still opened, one of a key that is gone is not', () => {
    const before = createSecretSeals(['the one before it'], 'second factor').seal('JBSWY3DPEHPK3PXP', 'ada');
    expect(seals.open(before, 'ada')).toBe('JBSWY3DPEHPK3PXP');
    expect(() => createSecretSeals(['the newest key of all'], 'second factor').open(before, 'ada')).toThrow();
  });

  test('of which one bit was changed is opened by nobody, nor where it is taken for something else', () => {
    const sealed = seals.seal('JBSWY3DPEHPK3PXP', 'ada');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => seals.open(changed, 'ada')).toThrow('ACCOUNT_KEYS');
    }
    const ofKeys = createSecretSeals(['the newest key of all'], 'signing key');
    expect(() => ofKeys.open(sealed, 'ada')).toThrow('ACCOUNT_KEYS');
  });

  test('is sealed anew each time, with 256 bits in GCM', () => {
    const [one, other] = [seals.seal('the same', 'ada'), seals.seal('the same', 'ada')];
    expect(one.equals(other)).toBe(false);
    const key = Buffer.from(hkdfSync('sha256', 'the newest key of all', '', 'quayside second factor', 32));
    const decipher = createDecipheriv('aes-256-gcm', key, one.subarray(0, 12));
    decipher.setAAD(Buffer.from('ada')).setAuthTag(one.subarray(12, 28));
    expect(Buffer.concat([decipher.update(one.subarray(28)), decipher.final()]).toString()).toBe('the same');
  });
});
