import {
  containersOf,
  type Container,
  type Handler,
  type PodSpec,
  type SecurityContext,
} from './resource.ts';

/*
 * The Pod Security Standard "restricted" of Kubernetes 1.34, which is "baseline" and more, for pods on Linux. The
 * admission controller of a cluster says the same about the same pod; this says it before there is a cluster.
 */

const volumeTypes = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];
const safeSysctls = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
];
const seLinuxTypes = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const confined = ['RuntimeDefault', 'Localhost'];

/** Of the pod and of a container alike. */
const contextFaults = (context: SecurityContext): string[] => {
  const faults: string[] = [];
  const { seLinuxOptions, appArmorProfile, seccompProfile } = context;
  if (context.runAsNonRoot === false) faults.push('runAsNonRoot is false');
  if (context.runAsUser === 0) faults.push('runAsUser is 0');
  if (context.windowsOptions?.hostProcess) faults.push('hostProcess');
  if (seccompProfile && !confined.includes(seccompProfile.type ?? ''))
    faults.push('seccompProfile is unconfined');
  if (appArmorProfile && !confined.includes(appArmorProfile.type ?? ''))
    faults.push('appArmorProfile is unconfined');
  if (seLinuxOptions && !seLinuxTypes.includes(seLinuxOptions.type ?? '')) faults.push('seLinuxOptions.type');
  if (seLinuxOptions?.user || seLinuxOptions?.role) faults.push('seLinuxOptions.user or role');
  for (const { name } of context.sysctls ?? [])
    if (!safeSysctls.includes(name)) faults.push(`sysctl ${name}`);
  return faults;
};

const handlersOf = (container: Container): (Handler | undefined)[] => [
  container.startupProbe,
  container.readinessProbe,
  container.livenessProbe,
  container.lifecycle?.preStop,
  container.lifecycle?.postStart,
];

const containerFaults = (container: Container, pod: SecurityContext): string[] => {
  const context = container.securityContext ?? {};
  const faults = contextFaults(context);
  if (context.privileged) faults.push('privileged');
  if (context.allowPrivilegeEscalation !== false) faults.push('allowPrivilegeEscalation is not false');
  if (!(context.runAsNonRoot ?? pod.runAsNonRoot)) faults.push('runAsNonRoot is not true');
  if (!(context.seccompProfile ?? pod.seccompProfile)) faults.push('no seccompProfile');
  if (context.procMount && context.procMount !== 'Default') faults.push(`procMount ${context.procMount}`);
  if (!context.capabilities?.drop?.includes('ALL')) faults.push('capabilities do not drop ALL');
  for (const added of context.capabilities?.add ?? [])
    if (added !== 'NET_BIND_SERVICE') faults.push(`capability ${added}`);
  if (container.ports?.some(({ hostPort }) => hostPort)) faults.push('hostPort');
  if (handlersOf(container).some((handler) => handler?.httpGet?.host || handler?.tcpSocket?.host))
    faults.push('a probe or a lifecycle handler names a host');
  return faults.map((fault) => `container ${container.name}: ${fault}`);
};

/** Why the standard "restricted" refuses the pod; empty if it does not. */
export const podSecurityFaults = (pod: PodSpec): string[] => {
  const context = pod.securityContext ?? {};
  const faults = contextFaults(context);
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) if (pod[field]) faults.push(field);
  for (const { name, ...type } of pod.volumes ?? []) {
    const known = Object.keys(type).filter((key) => volumeTypes.includes(key));
    if (known.length !== 1) faults.push(`volume ${name} is a ${Object.keys(type).join(', ')}`);
  }
  const containers = [...containersOf(pod), ...(pod.ephemeralContainers ?? [])];
  return [...faults, ...containers.flatMap((container) => containerFaults(container, context))];
};
