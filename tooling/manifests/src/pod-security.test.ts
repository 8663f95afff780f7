import { expect, test } from '@jest/globals';
import { podSecurityFaults } from './pod-security.ts';
import type { Container, PodSpec, SecurityContext } from './resource.ts';

const container: Container = {
  name: 'app',
  image: 'quayside/catalog:1',
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
};
const pod: PodSpec = {
  containers: [container],
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  volumes: [{ name: 'tmp', emptyDir: {} }],
};
const podWith = (context: SecurityContext): PodSpec => ({
  ...pod,
  securityContext: { ...pod.securityContext, ...context },
});
const withContainer = (change: Partial<Container>): PodSpec => ({
  ...pod,
  containers: [{ ...container, ...change }],
});
const withContext = (context: SecurityContext): PodSpec =>
  withContainer({ securityContext: { ...container.securityContext, ...context } });

test('allows a restricted pod, also if it may bind a port below 1024', () => {
  expect(podSecurityFaults(pod)).toEqual([]);
  expect(
    podSecurityFaults(withContext({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } })),
  ).toEqual([]);
});

test('takes from the container what the pod does not say', () => {
  const own = { runAsNonRoot: true, seccompProfile: { type: 'Localhost' } };
  expect(podSecurityFaults({ ...withContext(own), securityContext: {} })).toEqual([]);
});

test.each<[string, PodSpec]>([
  ['hostNetwork', { ...pod, hostNetwork: true }],
  ['hostPID', { ...pod, hostPID: true }],
  ['hostIPC', { ...pod, hostIPC: true }],
  ['volume logs is a hostPath', { ...pod, volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] }],
  ['volume data is a nfs', { ...pod, volumes: [{ name: 'data', nfs: {} }] }],
  ['runAsNonRoot is not true', { ...pod, securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }],
  ['runAsNonRoot is false', withContext({ runAsNonRoot: false })],
  ['runAsUser is 0', podWith({ runAsUser: 0 })],
  ['runAsUser is 0', withContext({ runAsUser: 0 })],
  ['no seccompProfile', { ...pod, securityContext: { runAsNonRoot: true } }],
  ['seccompProfile is unconfined', podWith({ seccompProfile: { type: 'Unconfined' } })],
  ['seccompProfile is unconfined', withContext({ seccompProfile: { type: 'Unconfined' } })],
  ['appArmorProfile is unconfined', podWith({ appArmorProfile: { type: 'Unconfined' } })],
  ['seLinuxOptions.type', podWith({ seLinuxOptions: { type: 'spc_t' } })],
  ['seLinuxOptions.user or role', withContext({ seLinuxOptions: { user: 'root' } })],
  ['sysctl kernel.msgmax', podWith({ sysctls: [{ name: 'kernel.msgmax' }] })],
  ['hostProcess', podWith({ windowsOptions: { hostProcess: true } })],
  ['privileged', withContext({ privileged: true })],
  [
    'allowPrivilegeEscalation is not false',
    withContainer({ securityContext: { capabilities: { drop: ['ALL'] } } }),
  ],
  ['procMount Unmasked', withContext({ procMount: 'Unmasked' })],
  ['capabilities do not drop ALL', withContext({ capabilities: { drop: ['NET_RAW'] } })],
  ['capability SYS_ADMIN', withContext({ capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } })],
  ['hostPort', withContainer({ ports: [{ containerPort: 80, hostPort: 80 }] })],
  ['names a host', withContainer({ livenessProbe: { httpGet: { host: '10.0.0.1' } } })],
  [
    'container setup: privileged',
    { ...pod, initContainers: [{ ...container, name: 'setup', securityContext: { privileged: true } }] },
  ],
])('refuses %s', (fault, bad) => {
  expect(podSecurityFaults(bad).join('\n')).toContain(fault);
});
