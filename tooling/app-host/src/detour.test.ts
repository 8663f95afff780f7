import { expect, test } from '@jest/globals';
import { calledAt, detouredStores } from './detour.ts';
import { portsAt } from './ports.ts';

const ports = portsAt(0);

test('without a detour everything is called at its own port', () => {
  expect(calledAt('catalog', ports, 0)).toBe(8102);
  expect(detouredStores(ports, 0)).toEqual({});
});

test('with one, services, Redis and Kafka are called where something stands before them', () => {
  expect(calledAt('catalog', ports, 10_000)).toBe(18_102);
  expect(detouredStores(ports, 10_000)).toEqual({
    redis: 'redis://127.0.0.1:26379',
    kafka: '127.0.0.1:29092',
  });
});

test.each(['gateway', 'storefront', 'payment-sandbox'] as const)('%s has none', (name) => {
  expect(calledAt(name, ports, 10_000)).toBe(ports[name]);
});
