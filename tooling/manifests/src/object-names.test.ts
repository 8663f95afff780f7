import { expect, test } from '@jest/globals';
import { objectNameFaults } from './object-names.ts';
import { parseResources } from './render.ts';

const job = (name: string, image: string) =>
  parseResources(`
apiVersion: batch/v1
kind: Job
metadata: { name: '${name}' }
spec: { template: { spec: { containers: [{ name: app, image: '${image}' }] } } }
`);

test('a Job is named after the tag of its image', () => {
  expect(objectNameFaults(job('catalog-migrate-0.1.0', 'registry:5000/quayside/catalog:0.1.0'))).toEqual([]);
});

test.each([
  ['catalog-migrate', 'quayside/catalog:1', 'does not end in the tag'],
  [
    'catalog-migrate-5000/quayside/catalog',
    'registry:5000/quayside/catalog:1',
    'Kubernetes takes no such name',
  ],
  ['catalog-migrate-V1', 'quayside/catalog:V1', 'Kubernetes takes no such name'],
  [
    `catalog-migrate-${'a'.repeat(64)}`,
    `quayside/catalog:${'a'.repeat(64)}`,
    'Kubernetes takes no such name',
  ],
])('refuses %s of %s', (name, image, fault) => {
  expect(objectNameFaults(job(name, image)).join('\n')).toContain(fault);
});
