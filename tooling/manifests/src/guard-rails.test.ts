import { expect, test } from '@jest/globals';
import { aShop, aShopBut } from '../test/a-shop.ts';
import { guardRailFaults } from './guard-rails.ts';

test('finds no fault in a pod that is rolled, probed, stopped and bounded', () => {
  expect(guardRailFaults(aShop())).toEqual([]);
});

const pod = 'spec.template.spec';
const app = `${pod}.containers.0`;

test.each([
  ['Namespace shop', 'metadata.labels', {}, 'the namespace does not enforce "restricted"'],
  ['Deployment catalog', `${pod}.automountServiceAccountToken`, true, 'mounts a service account token'],
  ['Deployment catalog', `${pod}.enableServiceLinks`, undefined, 'gets a variable for each Service'],
  ['Deployment catalog', `${app}.image`, 'registry:5000/quayside/catalog', 'needs a tag that stays'],
  ['Deployment catalog', `${app}.image`, 'quayside/catalog:latest', 'needs a tag that stays'],
  ['Deployment catalog', `${app}.resources.requests.cpu`, undefined, 'asks for no CPU'],
  ['Deployment catalog', `${app}.resources.limits`, {}, 'needs a memory request within a memory limit'],
  [
    'Deployment catalog',
    `${app}.resources.requests.memory`,
    '1Gi',
    'needs a memory request within a memory limit',
  ],
  [
    'Deployment catalog',
    `${app}.env.3.value`,
    '--max-old-space-size=200',
    'its heap may outgrow its memory limit',
  ],
  ['Deployment catalog', `${app}.readinessProbe`, undefined, 'has no readinessProbe'],
  ['Deployment catalog', `${app}.livenessProbe.httpGet.path`, '/readyz', 'livenessProbe has to ask /healthz'],
  ['Deployment catalog', `${app}.readinessProbe.httpGet.path`, '/', 'readinessProbe has to ask /readyz'],
  ['Deployment catalog', `${app}.startupProbe.httpGet.port`, 'web', 'startupProbe asks port web'],
  ['Deployment catalog', `${app}.env.4.value`, '8103', 'its port http is not its PORT'],
  ['Deployment catalog', `${pod}.topologySpreadConstraints.1`, {}, 'topology.kubernetes.io/zone'],
  ['Deployment catalog', `${pod}.volumes.0.emptyDir`, {}, 'volume tmp may fill the node'],
  ['Deployment catalog', `${pod}.volumes`, [], 'mounts tmp, which is no volume of its pod'],
  ['Deployment catalog', 'kind', 'CronJob', 'a CronJob is not checked'],
  ['StatefulSet postgres', `${app}.livenessProbe`, undefined, 'has no livenessProbe'],
  ['StatefulSet postgres', `${app}.securityContext`, {}, 'its root file system can be written to'],
  ['Deployment catalog', 'spec.strategy', {}, 'a new version may leave fewer than before'],
  ['PodDisruptionBudget catalog', 'spec.maxUnavailable', 0, 'lets no node be drained'],
  ['PodDisruptionBudget catalog', 'spec.maxUnavailable', undefined, 'lets no node be drained'],
  ['PodDisruptionBudget catalog', 'spec.selector.matchLabels', { app: 'x' }, 'has no PodDisruptionBudget'],
])('%s with %s = %j: %s', (where, path, value, fault) => {
  expect(guardRailFaults(aShopBut(where, path, value)).join('\n')).toContain(fault);
});
