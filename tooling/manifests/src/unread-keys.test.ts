import { expect, test } from '@jest/globals';
import { aShop, aShopBut } from '../test/a-shop.ts';
import { unreadKeyFaults } from './unread-keys.ts';

test('finds no fault where somebody reads each key', () => {
  expect(unreadKeyFaults(aShop())).toEqual([]);
});

test.each([
  ['ConfigMap origins', 'data.PUBLIC_ORIGNI', 'x', 'ConfigMap origins: nobody reads PUBLIC_ORIGNI'],
  ['Secret catalog-database', 'data.PASSWORD', 'x', 'Secret catalog-database: nobody reads PASSWORD'],
])('%s with %s = %j: %s', (where, path, value, fault) => {
  expect(unreadKeyFaults(aShopBut(where, path, value))).toEqual([fault]);
});

test.each([
  ['envFrom', [{ configMapRef: { name: 'origins' } }]],
  ['volumes', [{ name: 'a', configMap: { name: 'origins' } }]],
])('a whole ConfigMap may be read: %s', (field, value) => {
  const path = field === 'envFrom' ? 'containers.0.envFrom' : field;
  const shop = aShopBut('Deployment catalog', `spec.template.spec.${path}`, value);
  const origins = shop.find(({ kind }) => kind === 'ConfigMap');
  if (origins) origins.data = { ...origins.data, MORE: 'x' };
  expect(unreadKeyFaults(shop)).toEqual([]);
});
