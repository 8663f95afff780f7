import { expect, test } from '@jest/globals';
import { addressesIn } from './addresses.ts';

test.each([
  ['CATALOG_URL', 'http://catalog', [{ host: 'catalog', port: 80 }]],
  ['JWKS_URL', 'http://gateway:8081/keys.json', [{ host: 'gateway', port: 8081 }]],
  ['PAYMENT_URL', 'https://api.pay.example.net', [{ host: 'api.pay.example.net', port: 443 }]],
  ['REDIS_URL', 'redis://:word@redis:6379/0', [{ host: 'redis', port: 6379 }]],
  ['DATABASE_URL', 'postgres://a:b@db/catalog?sslmode=verify-full', [{ host: 'db', port: 5432 }]],
  [
    'MONGODB_URL',
    'mongodb://a:b@m-1:27018,m-2/ordering?replicaSet=rs0',
    [
      { host: 'm-1', port: 27018 },
      { host: 'm-2', port: 27017 },
    ],
  ],
  ['MONGODB_URL', 'mongodb+srv://a:b@shop.example.net/ordering', [{ host: 'shop.example.net', port: 27017 }]],
  [
    'KAFKA_BROKERS',
    'k-1:9094,k-2',
    [
      { host: 'k-1', port: 9094 },
      { host: 'k-2', port: 9092 },
    ],
  ],
  [
    'OUTSIDE_PROVIDERS',
    '[{"issuer":"https://id.example.net/tenant"}]',
    [{ host: 'id.example.net', port: 443 }],
  ],
  ['PUBLIC_ORIGIN', 'https://shop.example.com', []],
  ['LOG_LEVEL', 'info', []],
])('%s=%s', (name, value, addresses) => {
  expect(addressesIn(name, value)).toEqual(addresses);
});
