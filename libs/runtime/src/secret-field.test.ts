import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { booleanField, ConfigError, demoWord, jobConfig, loadConfig, serviceUrl } from './config.ts';
import { markUrl, secretField } from './secret-field.ts';

const good = (n = 0) => randomBytes(32 + n).toString('base64url');

const schema = z.object({
  ...jobConfig,
  API_SECRET: secretField('what the two show each other').default('dev-api-secret'),
  COOKIE_KEYS: secretField('keys, by comma', { isList: true }),
  PARTNER_KEY: secretField('key of the partner', { minLength: 16 }).optional(),
  DATABASE_URL: serviceUrl(['postgres'], 'the database'),
  STORE_URL: markUrl(z.string().describe('the store')).default('mongodb://localhost/shop'),
  SEED_DEMO_DATA: booleanField(false, 'make demo accounts'),
});
const whole = {
  API_SECRET: good(),
  COOKIE_KEYS: `${good(1)},${good(2)}`,
  DATABASE_URL: 'postgres://shop:correct-horse-battery@db.internal:5432/shop',
};

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(schema, { ...whole, ...env });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

describe('production', () => {
  test('starts with secrets of its own', () => {
    expect(faultsOf({})).toEqual([]);
  });

  test.each([
    ['a default', { API_SECRET: '' }, 'API_SECRET is missing, and the default is for development'],
    ['the default, said again', { API_SECRET: 'dev-api-secret' }, 'API_SECRET is one for development'],
    ['one of a demo', { API_SECRET: `demo-${good()}` }, 'API_SECRET is one for development or a demo'],
    ['a placeholder', { API_SECRET: 'CHANGE-ME-to-32-random-characters' }, 'API_SECRET is a placeholder'],
    ['another placeholder', { API_SECRET: `replace_me ${good()}` }, 'API_SECRET is a placeholder'],
    ['a short one', { API_SECRET: 'k9#vLq2' }, 'API_SECRET is too short: 32 characters'],
    ['a simple one', { API_SECRET: 'ab'.repeat(20) }, 'API_SECRET is made of too few different characters'],
    ['a short one among several', { COOKIE_KEYS: `${good()},x` }, 'COOKIE_KEYS (number 2 of 2) is too short'],
    ['a comma too many', { COOKIE_KEYS: `${good()},` }, 'COOKIE_KEYS (number 2 of 2) is too short'],
    ['a short one of a partner', { PARTNER_KEY: 'k9vLq2' }, 'PARTNER_KEY is too short: 16 characters'],
    [
      'a placeholder in an address',
      { DATABASE_URL: 'postgres://shop:CHANGE-ME@db.internal/shop?sslmode=verify-full' },
      'DATABASE_URL holds a password that is a placeholder',
    ],
    [
      'a demo password in an address of several hosts',
      { STORE_URL: 'mongodb://shop:demo-mongodb@one.internal:27017,two.internal:27017/shop' },
      'STORE_URL holds a password that is one for development or a demo',
    ],
    [
      'demo accounts',
      { SEED_DEMO_DATA: 'true' },
      'SEED_DEMO_DATA makes accounts whose passwords everybody knows',
    ],
  ])('does not start with %s', (_what, env, fault) => {
    const faults = faultsOf(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  test('says everything that is wrong at once, how to mend it, and no value', () => {
    const faults = faultsOf({
      API_SECRET: 'CHANGE-ME-7',
      COOKIE_KEYS: 'one-key,another-key',
      DATABASE_URL: 'ftp://shop:hush-hush@db.internal/shop',
      LOG_LEVEL: 'loud',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'LOG_LEVEL',
      'DATABASE_URL',
      'API_SECRET',
      'COOKIE_KEYS',
      'COOKIE_KEYS',
    ]);
    expect(faults[2]).toBe(
      'API_SECRET is a placeholder; make one by: openssl rand -hex 32 (what the two show each other)',
    );
    expect(faults.join()).not.toMatch(/CHANGE-ME|one-key|another-key|hush|loud/);
  });

  test('takes a password that is on this machine alone', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://dev:dev-password@127.0.0.1:5432/shop' })).toEqual([]);
  });

  test('is a demo where that is said in so many words', () => {
    const demo = { API_SECRET: '', COOKIE_KEYS: 'demo-key', SEED_DEMO_DATA: 'true' };
    expect(faultsOf({ ...demo, DEMO: demoWord })).toEqual([]);
    expect(faultsOf({ ...demo, DEMO: 'true' })).toHaveLength(4);
  });
});

test.each(['development', 'test'])('%s takes any secret', (mode) => {
  expect(faultsOf({ NODE_ENV: mode, API_SECRET: '', COOKIE_KEYS: 'k', SEED_DEMO_DATA: 'true' })).toEqual([]);
});
