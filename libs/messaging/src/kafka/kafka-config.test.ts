import { expect, test } from '@jest/globals';
import { ConfigError, loadConfig } from '@quayside/runtime';
import { z } from 'zod';
import { kafkaAccess, kafkaConfig, kafkaSignInIsComplete } from './kafka-config.ts';

const schema = z.object(kafkaConfig).check(kafkaSignInIsComplete);
const accessFrom = (env: Record<string, string>) =>
  kafkaAccess(loadConfig(schema, { KAFKA_BROKERS: 'a:9092', ...env }));
const signIn = {
  KAFKA_SSL: 'true',
  KAFKA_SASL_MECHANISM: 'scram-sha-512',
  KAFKA_SASL_USERNAME: 'shop',
  KAFKA_SASL_PASSWORD: 's3cret-words',
};

test('without more than brokers there is no TLS and nobody signs in', () => {
  expect(accessFrom({})).toEqual({
    client: 'kafkajs',
    brokers: 'a:9092',
    topicPrefix: '',
    ssl: false,
  });
});

test('signs in by TLS', () => {
  expect(accessFrom(signIn)).toMatchObject({
    ssl: true,
    sasl: { mechanism: 'scram-sha-512', username: 'shop', password: 's3cret-words' },
  });
});

test.each([
  [
    'a mechanism without a password',
    { ...signIn, KAFKA_SASL_PASSWORD: '' },
    'KAFKA_SASL_PASSWORD is missing',
  ],
  ['a mechanism without a user', { ...signIn, KAFKA_SASL_USERNAME: '' }, 'KAFKA_SASL_USERNAME is missing'],
  ['a password without a mechanism', { ...signIn, KAFKA_SASL_MECHANISM: '' }, 'does nothing without'],
  [
    'a plain password without TLS',
    { ...signIn, KAFKA_SASL_MECHANISM: 'plain', KAFKA_SSL: '' },
    'KAFKA_SSL is missing',
  ],
  [
    'a mechanism nobody knows',
    { ...signIn, KAFKA_SASL_MECHANISM: 'magic' },
    'KAFKA_SASL_MECHANISM is not valid',
  ],
])('refuses %s, and shows no secret', (_what, env, message) => {
  expect(() => accessFrom(env)).toThrow(ConfigError);
  expect(() => accessFrom(env)).toThrow(message);
  expect(() => accessFrom(env)).not.toThrow('s3cret-words');
});

test('names what the sign-in lacks together with the faults of other variables', () => {
  const faults = () => accessFrom({ KAFKA_BROKERS: '', KAFKA_SASL_MECHANISM: 'plain' });
  for (const name of ['KAFKA_BROKERS', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD', 'KAFKA_SSL']) {
    expect(faults).toThrow(name);
  }
});
