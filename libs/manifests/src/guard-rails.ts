import { workloadsOf, type Container, type Resource, type Workload } from './resource.ts';

const slowestStopSeconds = 9;
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

const containerFaults = (container: Container, { kind }: Workload): string[] => {
  const { resources, image } = container;
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
  if (kind === 'Job') return faults;
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'] as const)
    if (!container[probe]) faults.push(`has no ${probe}`);
  return faults;
};

const podFaults = ({ pod, kind }: Workload): string[] => {
  const faults: string[] = [];
  if (pod.automountServiceAccountToken !== false) faults.push('mounts a service account token');
  if (pod.enableServiceLinks !== false) faults.push('gets a variable for each Service');
  if (kind !== 'Deployment') return faults;
  const pause = Math.max(
    0,
    ...pod.containers.map(({ lifecycle }) => lifecycle?.preStop?.sleep?.seconds ?? 0),
  );
  if (pause < 3) faults.push('stops before the proxies know');
  if ((pod.terminationGracePeriodSeconds ?? 30) <= pause + slowestStopSeconds)
    faults.push('is killed before its slowest stop');
  return faults;
};

const deploymentFaults = ({ resource }: Workload, resources: readonly Resource[]): string[] => {
  const spec = resource.spec as {
    strategy?: { rollingUpdate?: { maxUnavailable?: number } };
    selector: { matchLabels: object };
  };
  const isGuarded = resources.some(
    (each) =>
      each.kind === 'PodDisruptionBudget' &&
      JSON.stringify((each.spec as typeof spec).selector.matchLabels) ===
        JSON.stringify(spec.selector.matchLabels),
  );
  return [
    ...(spec.strategy?.rollingUpdate?.maxUnavailable === 0
      ? []
      : ['a new version may leave fewer than before']),
    ...(isGuarded ? [] : ['has no PodDisruptionBudget']),
  ];
};

const namespaceFaults = (resources: readonly Resource[]): string[] => {
  const labels = resources.find(({ kind }) => kind === 'Namespace')?.metadata.labels ?? {};
  return labels['pod-security.kubernetes.io/enforce'] === 'restricted' &&
    /^v1\.\d+$/.test(labels['pod-security.kubernetes.io/enforce-version'] ?? '')
    ? []
    : ['the namespace does not enforce "restricted" of a stated version'];
};

/** Where a pod is not rolled, probed, stopped or bounded as all of ours are. */
export const guardRailFaults = (resources: readonly Resource[]): string[] => [
  ...namespaceFaults(resources),
  ...workloadsOf(resources).flatMap((workload) =>
    [
      ...podFaults(workload),
      ...workload.pod.containers.flatMap((container) => containerFaults(container, workload)),
      ...(workload.kind === 'Deployment' ? deploymentFaults(workload, resources) : []),
    ].map((fault) => `${workload.name}: ${fault}`),
  ),
];
