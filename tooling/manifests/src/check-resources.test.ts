import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { aShopBut } from '../test/a-shop.ts';
import { checkResources } from './check-resources.ts';
import type { Resource } from './resource.ts';

const root = join(import.meta.dirname, '../../..');
const faultsOf = (resources: readonly Resource[], elsewhere: readonly Resource[] = []) =>
  checkResources(resources, {
    root,
    validate: ({ kind }) => (kind === 'ConfigMap' ? ['/daat is not known'] : []),
    elsewhere,
  });

test('says of each object what every check found', async () => {
  const shop = aShopBut('Deployment catalog', 'spec.template.spec.securityContext', { runAsUser: 0 });
  await expect(faultsOf(shop)).resolves.toEqual(
    expect.arrayContaining([
      'ConfigMap origins: /daat is not known',
      'catalog: runAsUser is 0',
      'catalog: container app: no seccompProfile',
      'catalog: KAFKA_BROKERS is missing',
    ]),
  );
});

test('says which Secret nobody makes', async () => {
  const shop = aShopBut('Secret catalog-database', 'metadata.name', 'catalog-db');
  await expect(faultsOf(shop)).resolves.toContain('catalog: there is no Secret catalog-database');
});

test('says that a Secret which others make has its values in the overlay', async () => {
  const shop = aShopBut('Secret catalog-database', 'type', 'Opaque');
  const [secret] = shop.filter(({ kind }) => kind === 'Secret');
  await expect(faultsOf(shop, secret ? [secret] : [])).resolves.toContain(
    'Secret catalog-database: its values stand in the overlay; make it in the cluster',
  );
});
