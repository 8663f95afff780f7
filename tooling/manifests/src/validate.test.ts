import { expect, test } from '@jest/globals';
import type { Resource } from './resource.ts';
import { createValidator } from './validate.ts';

/** A piece of what Kubernetes publishes, in its form; `pnpm check` takes the whole. */
const validate = createValidator({
  $defs: {
    'io.k8s.api.core.v1.ConfigMap': {
      type: 'object',
      additionalProperties: false,
      properties: {
        apiVersion: { enum: ['v1'] },
        kind: { enum: ['ConfigMap'] },
        metadata: { $ref: '/api/_definitions.json#/$defs/Meta' },
        data: { type: 'object', additionalProperties: { type: 'string' } },
      },
      'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind: 'ConfigMap' }],
    },
    Meta: { type: 'object', additionalProperties: false, properties: { name: { type: 'string' } } },
  },
});
const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
const faultsOf = (resource: object) => validate(resource as Resource).join('\n');

test('takes what fits', () => {
  expect(faultsOf({ ...configMap, data: { PORT: '1' } })).toBe('');
});

test.each([
  ['a field nobody knows', { ...configMap, daat: {} }, 'daat'],
  ['one further down', { ...configMap, metadata: { name: 'a', nmae: 'b' } }, '/metadata'],
  ['a wrong type', { ...configMap, data: { PORT: 1 } }, '/data/PORT must be string'],
  ['a kind nobody knows', { ...configMap, kind: 'ConfigMpa' }, 'knows no v1 ConfigMpa'],
  [
    'a route with a slip of the pen',
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'a' },
      spec: { parentRef: [] },
    },
    'parentRef',
  ],
])('refuses %s', (_what, resource, fault) => {
  expect(faultsOf(resource)).toContain(fault);
});
