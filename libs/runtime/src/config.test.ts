import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { ConfigError, integerField, loadConfig, processConfig, serviceUrl } from './config.ts';

const schema = z.object({
  ...processConfig,
  DATABASE_URL: serviceUrl(['postgres'], 'the database'),
  GRACE_SECONDS: integerField(0, 3600, 60, 'grace period'),
});

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(schema, env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

describe('loadConfig', () => {
  test('gives typed values and defaults', () => {
    const config = loadConfig(schema, { PORT: '8102', DATABASE_URL: 'postgres://localhost/shop' });
    expect(config).toMatchObject({ PORT: 8102, HOST: '127.0.0.1', GRACE_SECONDS: 60, LOG_LEVEL: 'info' });
  });

  test('reports every fault at once, with what is wanted', () => {
    const faults = faultsOf({ PORT: 'eighty', GRACE_SECONDS: '-1' });
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'DATABASE_URL',
      'GRACE_SECONDS',
      'PORT',
    ]);
    expect(faults.find((fault) => fault.startsWith('DATABASE_URL'))).toBe(
      'DATABASE_URL is missing (the database)',
    );
  });

  test('says what is wanted also where there is a default', () => {
    const port = z.coerce.number().int().describe('port to listen on').default(8102);
    expect(() => loadConfig(z.object({ PORT: port }), { PORT: 'eighty' })).toThrow('port to listen on');
  });

  test('takes an empty variable as absent', () => {
    expect(faultsOf({ PORT: '', DATABASE_URL: 'postgres://localhost/shop' })).toEqual([
      'PORT is missing (port to listen on)',
    ]);
  });

  test('does not show a value, which may hold a password', () => {
    const faults = faultsOf({ PORT: '1', DATABASE_URL: 'mysql://root:secret@host/shop' });
    expect(faults.join()).toContain('must start with postgres://');
    expect(faults.join()).not.toContain('secret');
  });
});
