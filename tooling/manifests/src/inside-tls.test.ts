import { expect, test } from '@jest/globals';
import { aShop } from '../test/a-shop.ts';
import { insideTlsFaults } from './inside-tls.ts';
import { parseResources } from './render.ts';
import { workloadsOf, type Container } from './resource.ts';

const folder = '/etc/inside-tls';
const by = (scheme: string) => ({ httpGet: { path: '/healthz', port: 'http', scheme } });

/** One that calls the catalog. */
const caller = `
apiVersion: v1
kind: Service
metadata: { name: catalog }
spec:
  selector: { app.kubernetes.io/name: catalog }
  ports: [{ port: 443, targetPort: http }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway }
spec:
  selector: { matchLabels: { app.kubernetes.io/name: gateway } }
  template:
    metadata: { labels: { app.kubernetes.io/name: gateway } }
    spec:
      containers:
        - { name: app, image: gateway, env: [{ name: CATALOG_URL, value: 'https://catalog' }] }
`;

/** A shop in which a process has a certificate, as the component gives it, but for what is said. */
const faultsOf = (name: string, but: Partial<Container> = {}, callers = 'gateway') => {
  const resources = [...aShop(), ...parseResources(caller)];
  const workload = workloadsOf(resources).find((each) => each.name === 'catalog');
  const container = workload?.pod.containers[0];
  if (!workload || !container) throw new Error('the shop has no catalog');
  Object.assign(container, {
    env: [
      ...(container.env ?? []),
      { name: 'TLS_DIR', value: folder },
      { name: 'TLS_CALLERS', value: callers },
    ],
    volumeMounts: [{ name: 'inside-tls', mountPath: folder }],
    startupProbe: by('HTTPS'),
    readinessProbe: by('HTTPS'),
    livenessProbe: by('HTTPS'),
    ...but,
  });
  return insideTlsFaults({ ...workload, name }, resources);
};

test('finds no fault where a process has its certificate and is probed by TLS', () => {
  expect(faultsOf('catalog')).toEqual([]);
});

test('finds a certificate that is not mounted, and a probe that would be refused', () => {
  expect(faultsOf('catalog', { volumeMounts: [] })).toEqual([
    `TLS_DIR names ${folder}, which is not mounted`,
  ]);
  expect(faultsOf('catalog', { readinessProbe: by('HTTP') })).toEqual([
    'listens by TLS, and its probes ask in the clear',
  ]);
});

test('finds a caller that would be refused, and one that is let in for nothing', () => {
  expect(faultsOf('catalog', {}, '')).toEqual(['is called by gateway, which TLS_CALLERS does not name']);
  expect(faultsOf('catalog', {}, 'gateway,basket')).toEqual([
    'TLS_CALLERS names basket, which does not call it',
  ]);
});

test('lets the gateway be probed in the clear, which shows its certificate only where it calls', () => {
  expect(faultsOf('gateway', { readinessProbe: by('HTTP') })).toEqual([]);
});
