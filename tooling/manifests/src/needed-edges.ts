import { processes } from '@quayside/system';
import { addressesIn, type Address } from './addresses.ts';
import { environmentsOf } from './environment.ts';
import { portNumber, workloadsOf, type Resource, type Workload } from './resource.ts';
import { serviceTargets } from './service-targets.ts';

/** `catalog -> postgres:5432`; `outside` is whatever is not in the cluster, `anyone` whoever comes from there. */
export const edge = (from: string, to: string, port: number, protocol = 'TCP'): string =>
  `${from} -> ${to}:${port}${protocol === 'TCP' ? '' : `/${protocol}`}`;

export const dnsServer = 'kube-dns';
export const outside = 'outside';
export const anyone = 'anyone';
/** Whatever runs in another namespace of the cluster. */
export const namespace = (name: string) => `namespace ${name}`;

/** What a browser opens by itself: the shop, and the payment company's page in its frame. */
export const publicProcesses: readonly string[] = processes
  .filter(({ isPublic }) => isPublic)
  .map(({ name }) => name);

/** `redis`, `kafka-0.kafka` and whatever ends in `.svc` is in the cluster; a longer name is outside. */
export const isInside = (host: string) =>
  host.split('.').length < 3 || /\.svc(\.cluster\.local)?$/.test(host);

/** `kafka-0.kafka` is a pod behind our Service kafka; `kafka.data` and `kafka-0.kafka.data.svc` are in namespace data. */
const serviceOf = (host: string, services: readonly Resource[]) => {
  const [before = '', isFull] = host.split(/(\.svc(?:\.cluster\.local)?)$/);
  const names = before.split('.');
  const own = isFull ? undefined : services.find(({ metadata }) => metadata.name === names.at(-1));
  if (own) return { service: own };
  const there = names.length > 1 ? names.pop() : undefined;
  const service = services.find(({ metadata }) => metadata.name === names.at(-1));
  return there && service?.metadata.namespace !== there ? { abroad: there } : { service };
};

/** The pods and their port behind an address. */
const targetsOf = (
  { host, port }: Address,
  resources: readonly Resource[],
  workloads: readonly Workload[],
) => {
  if (!isInside(host)) return [{ to: outside, port }];
  const { service, abroad } = serviceOf(
    host,
    resources.filter(({ kind }) => kind === 'Service'),
  );
  if (abroad) return [{ to: namespace(abroad), port }];
  if (!service) return `there is no Service for ${host}`;
  return serviceTargets(service, port, workloads);
};

/** Every connection that follows from the variables of the pods, and the faults of addresses that lead nowhere. */
export const neededEdges = (resources: readonly Resource[]) => {
  const workloads = workloadsOf(resources);
  const edges = new Set<string>();
  const faults: string[] = [];
  for (const workload of workloads) {
    const { name } = workload;
    edges.add(edge(name, dnsServer, 53)).add(edge(name, dnsServer, 53, 'UDP'));
    const ownPort = portNumber(workload.pod, 'http');
    if (publicProcesses.includes(name) && ownPort) edges.add(edge(anyone, name, ownPort));
    const variables = environmentsOf(workload, resources).flatMap(({ environment }) => [
      ...environment.variables,
    ]);
    for (const [variable, value = ''] of variables) {
      for (const address of addressesIn(variable, value)) {
        const targets = targetsOf(address, resources, workloads);
        if (typeof targets === 'string') faults.push(`${name}: ${variable}: ${targets}`);
        else for (const { to, port } of targets) edges.add(edge(name, to, port));
      }
    }
  }
  return { edges, faults };
};
