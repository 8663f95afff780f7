import { publicProcesses } from './needed-edges.ts';
import { portNumber, workloadsOf, type Resource } from './resource.ts';
import { serviceTargets } from './service-targets.ts';

interface Backend {
  service: string;
  port: string | number | undefined;
}

interface Route {
  name: string;
  hosts: string[];
  backends: Backend[];
  /** Of whoever ends TLS by the route itself; a Gateway has its own. */
  certificates?: string[];
}

interface IngressSpec {
  tls?: { hosts?: string[] }[];
  rules?: {
    host?: string;
    http: { paths: { backend: { service: { name: string; port: { name?: string; number?: number } } } }[] };
  }[];
}

interface HttpRouteSpec {
  hostnames?: string[];
  rules: { backendRefs?: { name: string; port: number }[] }[];
}

const ofIngress = (name: string, { tls = [], rules = [] }: IngressSpec): Route => ({
  name: `Ingress ${name}`,
  hosts: rules.map(({ host = '*' }) => host),
  certificates: tls.flatMap(({ hosts = [] }) => hosts),
  backends: rules.flatMap(({ http }) =>
    http.paths.map(({ backend: { service } }) => ({
      service: service.name,
      port: service.port.name ?? service.port.number,
    })),
  ),
});

const ofHttpRoute = (name: string, { hostnames = ['*'], rules }: HttpRouteSpec): Route => ({
  name: `HTTPRoute ${name}`,
  hosts: hostnames,
  backends: rules.flatMap(({ backendRefs = [] }) =>
    backendRefs.map(({ name: service, port }) => ({ service, port })),
  ),
});

const routesOf = (resources: readonly Resource[]): Route[] =>
  resources.flatMap(({ kind, metadata, spec }) => {
    if (kind === 'Ingress') return [ofIngress(metadata.name, spec as IngressSpec)];
    if (kind === 'HTTPRoute') return [ofHttpRoute(metadata.name, spec as HttpRouteSpec)];
    return [];
  });

const backendFaults = ({ service, port }: Backend, resources: readonly Resource[]): string[] => {
  const workloads = workloadsOf(resources);
  const found = resources.find(({ kind, metadata }) => kind === 'Service' && metadata.name === service);
  if (!found) return [`there is no Service ${service}`];
  const targets = serviceTargets(found, port, workloads);
  if (typeof targets === 'string') return [targets];
  const open = workloads
    .filter(({ name }) => publicProcesses.includes(name))
    .map(({ name, pod }) => `${name}:${portNumber(pod, 'http') ?? ''}`);
  return targets
    .map((target) => `${target.to}:${target.port}`)
    .filter((target) => !open.includes(target))
    .map((target) => `leads to ${target}, which is not public`);
};

/** Where the way in does not lead to the shop, by TLS, at the origin that the processes know. */
export const publicRouteFaults = (resources: readonly Resource[]): string[] => {
  const origin = resources.find(({ kind, data }) => kind === 'ConfigMap' && data?.['PUBLIC_ORIGIN'])?.data?.[
    'PUBLIC_ORIGIN'
  ];
  const { protocol, hostname: shop } = new URL(origin ?? 'https://unknown.invalid');
  return [
    ...routesOf(resources).flatMap(({ name, hosts, backends, certificates }) =>
      [
        ...(protocol === 'https:' ? [] : ['needs an origin with https']),
        ...(hosts.some((host) => host !== shop) ? [`is not at ${shop}`] : []),
        ...(certificates && !certificates.includes(shop) ? [`has no certificate for ${shop}`] : []),
        ...backends.flatMap((backend) => backendFaults(backend, resources)),
      ].map((fault) => `${name}: ${fault}`),
    ),
    ...resources.flatMap(({ kind, metadata: { name }, spec }) => {
      const { type = 'ClusterIP' } = kind === 'Service' ? (spec as { type?: string }) : {};
      return type === 'ClusterIP' || publicProcesses.includes(name)
        ? []
        : [`Service ${name}: a ${type} is open to anyone`];
    }),
  ];
};
