import { expect, test } from '@jest/globals';
import { commands } from '../commands.ts';
import { service } from '../define.ts';
import { reads } from '../reads.ts';
import { reachedBy } from '../reached-by.ts';
import { edges } from './edges.ts';
import { podVariables } from './environment.ts';
import { manifest } from './manifest.ts';

const commandOf = (name: string) => {
  const found = commands.find((command) => command.name === name);
  if (!found) throw new Error(`nothing is called ${name}`);
  return found;
};
const namesOf = (name: string) => podVariables(commandOf(name)).map(({ name: variable }) => variable);

test('who calls whom follows from the addresses that a process reads', () => {
  const calls = edges.map(({ from, to, port }) => `${from.name} -> ${to.name}:${port}`);
  expect(calls).toContain('gateway -> ordering-api:8104');
  expect(calls).toContain('storefront -> gateway:8080');
  expect(calls.filter((call) => call.startsWith('ordering-worker'))).toEqual([
    'ordering-worker -> identity:8101',
    'ordering-worker -> basket:8103',
  ]);
  expect(calls.filter((call) => call === 'catalog -> identity:8101')).toHaveLength(1);
});

test('a pod is told what its process reads and the system fills in, and nothing else', () => {
  expect(namesOf('ordering-worker')).toContain('PAYMENT_API_KEY');
  expect(namesOf('ordering-worker')).not.toContain('TOKEN_ISSUER');
  expect(namesOf('catalog')).not.toContain('REDIS_URL');
  expect(namesOf('catalog-migrate')).toEqual(['LOG_LEVEL', 'DATABASE_URL', 'SEED_DEMO_DATA', 'DEMO']);
});

test('an address that is made of the public origin comes with it, and after it', () => {
  const names = namesOf('basket');
  expect(reads['basket']).not.toContain('PUBLIC_ORIGIN');
  expect(names.indexOf('PUBLIC_ORIGIN')).toBeGreaterThanOrEqual(0);
  expect(names.indexOf('PUBLIC_ORIGIN')).toBeLessThan(names.indexOf('TOKEN_ISSUER'));
});

test('the label that opens a store is on what reads its address', () => {
  expect(reachedBy(commandOf('marketing'))).toEqual(['kafka', 'postgres', 'mail']);
  expect(reachedBy(commandOf('marketing-migrate'))).toEqual(['postgres']);
  expect(reachedBy(commandOf('storefront'))).toEqual([]);
});

test('an ordinary service on PostgreSQL is one line', () => {
  const shipping = service('shipping', { port: 8106, store: 'postgres' });
  expect(shipping).toMatchObject({ folder: 'services/shipping', image: 'shipping', entry: 'shipping' });
  const text = manifest(shipping);
  expect(text).toContain('kind: Service');
  expect(text).toContain('name: shipping-migrate');
});

test('a worker has no Service, as nobody calls it', () => {
  expect(manifest(commandOf('ordering-worker').process)).not.toContain('kind: Service');
});
