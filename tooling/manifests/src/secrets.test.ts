import { expect, test } from '@jest/globals';
import { aShop, aShopBut } from '../test/a-shop.ts';
import { secretFaults } from './secrets.ts';

test('finds no fault where what is secret stands in Secrets', () => {
  expect(secretFaults(aShop())).toEqual([]);
});

const variable = 'spec.template.spec.containers.0.env.2';
test.each([
  ['Deployment catalog', variable, { name: 'API_KEY', value: 'word' }, 'catalog: API_KEY is a secret'],
  ['Deployment catalog', variable, { name: 'COOKIE_KEYS', value: 'word' }, 'COOKIE_KEYS is a secret'],
  ['Deployment catalog', variable, { name: 'A_URL', value: 'smtp://a:word@mail' }, 'A_URL is a secret'],
  ['Deployment catalog', variable, { name: 'A_URL', value: 'redis://:word@redis' }, 'A_URL is a secret'],
  [
    'ConfigMap origins',
    'data.KAFKA_SASL_PASSWORD',
    'word',
    'ConfigMap origins: KAFKA_SASL_PASSWORD is a secret',
  ],
])('%s with %s = %j: %s', (where, path, value, fault) => {
  expect(secretFaults(aShopBut(where, path, value)).join('\n')).toContain(fault);
});
