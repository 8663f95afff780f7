import {
  portNumber,
  workloadsOf,
  type Container,
  type PodSpec,
  type Resource,
  type Workload,
} from './resource.ts';

/** What a Node.js process needs beside its heap: code, stacks, buffers, TLS. */
const besideHeapMi = 64;

const mebibytes = (quantity: string | undefined): number => {
  const [, number, unit] = /^(\d+)(Mi|Gi)$/.exec(quantity ?? '') ?? [];
  return Number(number) * (unit === 'Gi' ? 1024 : 1);
};

const heapOf = ({ env = [] }: Container): number =>
  Number(
    /--max-old-space-size=(\d+)/.exec(env.find(({ name }) => name === 'NODE_OPTIONS')?.value ?? '')?.[1],
  );

const containerFaults = (container: Container, { kind, pod, resource }: Workload): string[] => {
  const { resources, image } = container;
  const { volumeClaimTemplates: claims = [] } = resource.spec as { volumeClaimTemplates?: Resource[] };
  const volumes = [
    ...(pod.volumes ?? []).map(({ name }) => name),
    ...claims.map(({ metadata }) => metadata.name),
  ];
  const faults: string[] = [];
  const [asked, limit] = [
    mebibytes(resources?.requests?.['memory']),
    mebibytes(resources?.limits?.['memory']),
  ];
  if (!/[^/]:[^/]+$/.test(image) || image.endsWith(':latest'))
    faults.push(`the image ${image} needs a tag that stays`);
  if (!resources?.requests?.['cpu']) faults.push('asks for no CPU');
  if (!(asked <= limit)) faults.push('needs a memory request within a memory limit');
  if (heapOf(container) > limit - besideHeapMi) faults.push('its heap may outgrow its memory limit');
  if (!container.securityContext?.readOnlyRootFilesystem)
    faults.push('its root file system can be written to');
  for (const { name } of container.volumeMounts ?? [])
    if (!volumes.includes(name)) faults.push(`mounts ${name}, which is no volume of its pod`);
  return kind === 'Job' ? faults : [...faults, ...probeFaults(container, pod)];
};

/** What each probe of ours asks: readiness for databases too, the others not, since a restart brings none back. */
const probes = { startupProbe: '/healthz', readinessProbe: '/readyz', livenessProbe: '/healthz' } as const;

const probeFaults = (container: Container, pod: PodSpec): string[] => {
  const isOurs = /(^|\/)quayside\//.test(container.image);
  const port = container.env?.find(({ name }) => name === 'PORT')?.value;
  const faults = Object.entries(probes).flatMap(([name, path]) => {
    const probe = container[name as keyof typeof probes];
    if (!probe) return [`has no ${name}`];
    const asked = probe.httpGet?.port ?? probe.tcpSocket?.port;
    if (asked !== undefined && !portNumber(pod, asked))
      return [`its ${name} asks port ${asked}, which it does not have`];
    return isOurs && probe.httpGet?.path !== path ? [`its ${name} has to ask ${path}`] : [];
  });
  return port && portNumber(pod, 'http') !== Number(port)
    ? [...faults, 'its port http is not its PORT']
    : faults;
};

const podFaults = ({ pod, kind }: Workload): string[] => {
  const faults: string[] = [];
  if (pod.automountServiceAccountToken !== false) faults.push('mounts a service account token');
  if (pod.enableServiceLinks !== false) faults.push('gets a variable for each Service');
  for (const { name, emptyDir } of pod.volumes ?? [])
    if (emptyDir && !emptyDir.sizeLimit) faults.push(`its volume ${name} may fill the node`);
  if (kind !== 'Deployment') return faults;
  for (const over of ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'])
    if (!pod.topologySpreadConstraints?.some(({ topologyKey }) => topologyKey === over))
      faults.push(`is not spread over ${over}`);
  return faults;
};

interface Selecting {
  selector: { matchLabels: object };
  strategy?: { rollingUpdate?: { maxUnavailable?: number } };
  maxUnavailable?: number | string;
}

const deploymentFaults = ({ resource }: Workload, resources: readonly Resource[]): string[] => {
  const { strategy, selector } = resource.spec as Selecting;
  const same = JSON.stringify(selector.matchLabels);
  const budget = resources
    .filter(({ kind }) => kind === 'PodDisruptionBudget')
    .map(({ spec }) => spec as Selecting)
    .find((spec) => JSON.stringify(spec.selector.matchLabels) === same);
  const faults: string[] = [];
  if (strategy?.rollingUpdate?.maxUnavailable !== 0) faults.push('a new version may leave fewer than before');
  if (!budget) faults.push('has no PodDisruptionBudget');
  // `minAvailable` holds every pod back as soon as there are as few as that.
  else if (!(parseInt(String(budget.maxUnavailable)) > 0))
    faults.push('its PodDisruptionBudget lets no node be drained: it needs maxUnavailable of 1 or more');
  return faults;
};

const namespaceFaults = (resources: readonly Resource[]): string[] => {
  const labels = resources.find(({ kind }) => kind === 'Namespace')?.metadata.labels ?? {};
  return labels['pod-security.kubernetes.io/enforce'] === 'restricted' &&
    /^v1\.\d+$/.test(labels['pod-security.kubernetes.io/enforce-version'] ?? '')
    ? []
    : ['the namespace does not enforce "restricted" of a stated version'];
};

const otherKindsWithPods = ['Pod', 'ReplicaSet', 'ReplicationController', 'DaemonSet', 'CronJob'];

/** Where a pod is not rolled, probed, stopped or bounded as all of ours are. */
export const guardRailFaults = (resources: readonly Resource[]): string[] => [
  ...namespaceFaults(resources),
  ...resources
    .filter(({ kind }) => otherKindsWithPods.includes(kind))
    .map(({ kind, metadata }) => `${metadata.name}: a ${kind} is not checked`),
  ...workloadsOf(resources).flatMap((workload) =>
    [
      ...podFaults(workload),
      ...workload.pod.containers.flatMap((container) => containerFaults(container, workload)),
      ...(workload.kind === 'Deployment' ? deploymentFaults(workload, resources) : []),
    ].map((fault) => `${workload.name}: ${fault}`),
  ),
];
