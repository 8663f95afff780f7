import { expect, test } from '@jest/globals';
import { encryptionFaults } from './encryption.ts';

const faultsOf = (variables: Record<string, string>) => encryptionFaults(new Map(Object.entries(variables)));

test.each<Record<string, string>>([
  { DATABASE_URL: 'postgres://a:b@postgres.data.example.com/catalog?sslmode=verify-full' },
  { DATABASE_URL: 'postgres://a:b@postgres/catalog' },
  { REDIS_URL: 'rediss://a:b@redis.data.example.com/0' },
  { MONGODB_URL: 'mongodb://a:b@m-1.data.example.com,m-2.data.example.com/ordering?replicaSet=rs0&tls=true' },
  { MONGODB_URL: 'mongodb+srv://a:b@shop.example.com/ordering' },
  { KAFKA_BROKERS: 'k-1.data.example.com:9094', KAFKA_SSL: 'true' },
  { KAFKA_BROKERS: 'kafka:9092' },
  { PAYMENT_URL: 'https://api.pay.example.net', PUBLIC_ORIGIN: 'http://shop.local.test' },
  // Signs in after STARTTLS, which the URL does not tell.
  { SMTP_URL: 'smtp://smtp.example.com:587' },
])('%j is encrypted, or stays in the cluster', (variables) => {
  expect(faultsOf(variables)).toEqual([]);
});

test.each<[Record<string, string>, string]>([
  [{ DATABASE_URL: 'postgres://a:b@db.data.example.com/catalog' }, 'DATABASE_URL: needs sslmode=verify-full'],
  [{ DATABASE_URL: 'postgres://db.data.example.com/a?sslmode=require' }, 'needs sslmode=verify-full'],
  [{ REDIS_URL: 'redis://:b@redis.data.example.com' }, 'REDIS_URL: needs rediss://'],
  [{ MONGODB_URL: 'mongodb://m-1.data.example.com/ordering' }, 'MONGODB_URL: needs tls=true'],
  [{ KAFKA_BROKERS: 'k-1.data.example.com:9094' }, 'KAFKA_BROKERS: needs KAFKA_SSL=true'],
  [{ PAYMENT_URL: 'http://api.pay.example.net' }, 'PAYMENT_URL: needs https://'],
])('%j leaves the cluster in the clear', (variables, fault) => {
  expect(faultsOf(variables).join('\n')).toContain(fault);
});
