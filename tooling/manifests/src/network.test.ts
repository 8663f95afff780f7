import { expect, test } from '@jest/globals';
import { aShop, aShopBut } from '../test/a-shop.ts';
import { networkFaults } from './network.ts';

test('finds no fault where each configured connection is allowed on both sides, and no other', () => {
  expect(networkFaults(aShop())).toEqual([]);
});

test('lets another namespace reach what it may: a metrics reader the probes, a pod a Service over there', () => {
  const monitored = aShopBut('NetworkPolicy catalog', 'spec', {
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'catalog' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: inNamespace('monitoring'), ports: [{ port: 8102 }] }],
    egress: [{ to: from('postgres'), ports: [{ port: 5432 }] }],
  });
  expect(networkFaults(monitored)).toEqual([]);
  const elsewhere = aShopBut('NetworkPolicy catalog', 'spec.egress.0.to', inNamespace('data'));
  const secret = elsewhere.find(({ kind }) => kind === 'Secret');
  if (secret) secret.data = database('postgres://a:b@postgres.data.svc.cluster.local/catalog');
  expect(networkFaults(elsewhere)).toEqual(['ingress allows catalog -> postgres:5432, which nobody uses']);
});

test('lets names be asked of a cache on the node', () => {
  const cached = aShopBut('NetworkPolicy dns', 'spec.egress.1', {
    to: [{ ipBlock: { cidr: '169.254.20.10/32' } }],
    ports: [{ port: 53, protocol: 'UDP' }, { port: 53 }],
  });
  expect(networkFaults(cached)).toEqual([]);
});

const database = (url: string) => ({ DATABASE_URL: Buffer.from(url).toString('base64') });
const inNamespace = (name: string) => [
  { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } },
];
const from = (name: string) => [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': name } } }];

test.each([
  [
    'a connection that egress forbids',
    aShopBut('NetworkPolicy catalog', 'spec.egress'),
    'catalog -> postgres:5432 is configured, and egress forbids it',
  ],
  [
    'a connection that ingress forbids',
    aShopBut('NetworkPolicy postgres', 'spec.ingress.0.from', from('postgres')),
    'catalog -> postgres:5432 is configured, and ingress forbids it',
  ],
  [
    'an edge that nobody uses any more',
    aShopBut('Secret catalog-database', 'data', database('postgres://postgres.data.example.com/catalog')),
    'egress allows catalog -> postgres:5432, which nobody uses',
  ],
  [
    'a connection to the outside that is not allowed',
    aShopBut('Secret catalog-database', 'data', database('postgres://postgres.data.example.com/catalog')),
    'catalog -> outside:5432 is configured, and egress forbids it',
  ],
  [
    'an edge to everywhere',
    aShopBut('NetworkPolicy catalog', 'spec.egress.0.to', [{ ipBlock: { cidr: '0.0.0.0/0' } }]),
    'egress allows catalog -> outside:5432, which nobody uses',
  ],
  [
    'a database that anyone may reach',
    aShopBut('NetworkPolicy postgres', 'spec.ingress.0.from'),
    'ingress allows anyone -> postgres:5432, which nobody uses',
  ],
  [
    'another port',
    aShopBut('NetworkPolicy postgres', 'spec.ingress.0.ports', [{ port: 5433 }]),
    'catalog -> postgres:5432 is configured, and ingress forbids it',
  ],
  [
    'every port at once',
    aShopBut('NetworkPolicy postgres', 'spec.ingress.0.ports'),
    'a rule without ports allows every port',
  ],
  [
    'a range of ports',
    aShopBut('NetworkPolicy postgres', 'spec.ingress.0.ports', [{ port: 5432, endPort: 6000 }]),
    'a range of ports is not understood',
  ],
  [
    'rules that their policy does not apply',
    aShopBut('NetworkPolicy catalog', 'spec.policyTypes', ['Ingress']),
    'NetworkPolicy catalog has egress rules without the type Egress',
  ],
  [
    'a namespace that may reach a database',
    aShopBut('NetworkPolicy postgres', 'spec.ingress.0.from', inNamespace('backup')),
    'ingress allows namespace backup -> postgres:5432, which nobody uses',
  ],
  [
    'every namespace at once',
    aShopBut('NetworkPolicy postgres', 'spec.ingress.0.from', [{ namespaceSelector: {} }]),
    'a namespaceSelector without kubernetes.io/metadata.name is not understood',
  ],
  [
    'a host that is no Service',
    aShopBut('Secret catalog-database', 'data', database('postgres://postgers/catalog')),
    'catalog: DATABASE_URL: there is no Service for postgers',
  ],
  [
    'a port that the Service does not have',
    aShopBut('Secret catalog-database', 'data', database('postgres://postgres:5433/catalog')),
    'Service postgres has no port 5433',
  ],
  [
    'a Service without pods',
    aShopBut('Service postgres', 'spec.selector', { app: 'postgres' }),
    'Service postgres selects no pod',
  ],
  [
    'a policy for nobody',
    aShopBut('NetworkPolicy postgres', 'spec.podSelector', { matchLabels: { app: 'mysql' } }),
    'NetworkPolicy postgres selects no pod',
  ],
  [
    'names that cannot be resolved',
    aShopBut('NetworkPolicy dns', 'spec.egress.0.ports', [{ port: 53, protocol: 'UDP' }]),
    'catalog -> kube-dns:53 is configured, and egress forbids it',
  ],
  [
    'a namespace that is open where nothing is said',
    aShopBut('NetworkPolicy default-deny', 'spec.policyTypes', ['Ingress']),
    'no NetworkPolicy denies everything by default, in and out',
  ],
  [
    'a selector it does not understand',
    aShopBut('NetworkPolicy postgres', 'spec.podSelector', {
      matchExpressions: [{ key: 'app', operator: 'Exists' }],
    }),
    'a selector with Exists is not understood',
  ],
])('finds %s', (_what, shop, fault) => {
  expect(networkFaults(shop).join('\n')).toContain(fault);
});
