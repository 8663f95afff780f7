import { expect, test } from '@jest/globals';

import { readConfig } from './config.ts';

test('takes URLs of services that already run, and passes them to no process', () => {
  const config = readConfig({
    REDIS_URL: 'redis://cache:6379',
    KAFKA_BROKERS: 'a:1,b:2',
    LOG_LEVEL: 'debug',
    POSTGRES_URL: '',
  });
  expect(config.external).toEqual({ redis: 'redis://cache:6379', kafka: 'a:1,b:2' });
  expect(config.inherited).toEqual({ LOG_LEVEL: 'debug' });
});

test('takes a MongoDB URL with several hosts', () => {
  expect(readConfig({ MONGODB_URL: 'mongodb://a:1,b:2/?replicaSet=rs0' }).external.mongodb).toContain(
    'a:1,b:2',
  );
});

test('has a line for each variable that is wrong, without its value', () => {
  const read = () => readConfig({ REDIS_URL: 'http://:secret@cache', KAFKA_BROKERS: 'kafka' });
  expect(read).toThrow('REDIS_URL is not valid: must start with redis:// or rediss://');
  expect(read).toThrow('KAFKA_BROKERS is not valid: must be host:port[,host:port]');
  expect(read).not.toThrow('secret');
});

test('knows that a package manager started it', () => {
  expect(readConfig({ npm_lifecycle_event: 'dev' }).underPackageManager).toBe(true);
  expect(readConfig({}).underPackageManager).toBe(false);
});
