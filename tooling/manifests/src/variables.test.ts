import { expect, test } from '@jest/globals';
import { jobConfig, secretField } from '@quayside/runtime';
import { z } from 'zod';
import { environmentOf } from './environment.ts';
import { parseResources } from './render.ts';
import type { Container } from './resource.ts';
import { refusedValues, variableFaults } from './variables.ts';

const schema = z.object({ PORT: z.coerce.number(), TOKEN_ISSUER: z.url(), KAFKA_SSL: z.string().optional() });
const resources = parseResources(`
apiVersion: v1
kind: ConfigMap
metadata: { name: origins }
data: { PUBLIC_ORIGIN: 'https://shop.example.com' }
`);
const origin = {
  name: 'PUBLIC_ORIGIN',
  valueFrom: { configMapKeyRef: { name: 'origins', key: 'PUBLIC_ORIGIN' } },
};
const issuer = { name: 'TOKEN_ISSUER', value: '$(PUBLIC_ORIGIN)/identity' };
const port = { name: 'PORT', value: '8102' };

const faultsOf = (container: Partial<Container>) => {
  const environment = environmentOf({ name: 'app', image: 'x:1', ...container }, resources);
  return [...environment.faults, ...variableFaults(environment, schema)];
};

test('finds no fault in what the process reads, what that is made of, and what Node.js reads', () => {
  const heap = { name: 'NODE_OPTIONS', value: '--max-old-space-size=128' };
  expect(faultsOf({ env: [origin, issuer, port, heap] })).toEqual([]);
});

test.each<[string, Partial<Container>, string]>([
  [
    'a variable nobody reads',
    { env: [origin, issuer, port, { name: 'PROT', value: '1' }] },
    'does not know PROT',
  ],
  ['one that nothing else is made of', { env: [origin, port] }, 'does not know PUBLIC_ORIGIN'],
  ['one that is set twice', { env: [origin, issuer, port, port] }, 'PORT is set twice'],
  ['one that is missing', { env: [port] }, 'TOKEN_ISSUER is missing'],
  ['one that is empty', { env: [origin, issuer, { name: 'PORT', value: '' }] }, 'PORT is not valid'],
  ['one that is not valid', { env: [origin, issuer, { name: 'PORT', value: 'x' }] }, 'PORT is not valid'],
  [
    'one used before it is set',
    { env: [issuer, origin, port] },
    '$(PUBLIC_ORIGIN) is not set before it is used',
  ],
  [
    'a key that the ConfigMap does not have',
    { env: [{ name: 'PORT', valueFrom: { configMapKeyRef: { name: 'origins', key: 'PORT' } } }] },
    'ConfigMap origins has no PORT',
  ],
  [
    'a Secret that is not there',
    { env: [{ name: 'PORT', valueFrom: { secretKeyRef: { name: 'ports', key: 'PORT' } } }] },
    'there is no Secret ports',
  ],
  [
    'a whole ConfigMap that is not there',
    { envFrom: [{ configMapRef: { name: 'kafka' } }] },
    'no ConfigMap kafka',
  ],
  [
    'a whole ConfigMap that holds more',
    { envFrom: [{ configMapRef: { name: 'origins' } }] },
    'does not know',
  ],
])('finds %s', (_what, container, fault) => {
  expect(faultsOf(container).join('\n')).toContain(fault);
});

test('finds a secret that everybody knows, where the process is not told that it is one of a demo', () => {
  const process = z.object({ ...jobConfig, API_KEY: secretField('a key') });
  const refused = (...more: NonNullable<Container['env']>) =>
    refusedValues(
      environmentOf(
        { name: 'app', image: 'x:1', env: [{ name: 'API_KEY', value: 'demo-api-key' }, ...more] },
        resources,
      ),
      process,
    );
  expect(refused()).toEqual([expect.stringContaining('API_KEY is one for development or a demo')]);
  expect(refused({ name: 'DEMO', value: 'everything-here-is-public' })).toEqual([]);
});
