import { processes, type Process } from '@quayside/system';
import { environmentsOf } from './environment.ts';
import { anyone, neededEdges } from './needed-edges.ts';
import { portNumber, type Resource, type Workload } from './resource.ts';

const listensByTls = (name: string): boolean =>
  processes.some(
    (process: Process) => process.name === name && ['service', 'worker', 'pages'].includes(process.kind),
  );

/** Those that are configured to call a workload. */
const callersOf = ({ name, pod }: Workload, resources: readonly Resource[]): string[] => {
  const end = ` -> ${name}:${portNumber(pod, 'http')}`;
  return [...neededEdges(resources).edges].flatMap((edge) =>
    edge.endsWith(end) && !edge.startsWith(anyone) ? [edge.slice(0, -end.length)] : [],
  );
};

const callerFaults = (named: string, called: readonly string[]): string[] => {
  const accepted = named.split(',').filter((name) => name !== '');
  return [
    ...called
      .filter((name) => !accepted.includes(name))
      .map((name) => `is called by ${name}, which TLS_CALLERS does not name`),
    ...accepted
      .filter((name) => !called.includes(name))
      .map((name) => `TLS_CALLERS names ${name}, which does not call it`),
  ];
};

/** What keeps processes that have a certificate from being probed, or from being called by TLS. */
export const insideTlsFaults = (workload: Workload, resources: readonly Resource[]): string[] =>
  environmentsOf(workload, resources).flatMap(({ container, environment }) => {
    const folder = environment.variables.get('TLS_DIR');
    if (folder === undefined) return [];
    const mounts = (container.volumeMounts ?? []).map(({ mountPath }) => mountPath);
    const probes = [container.startupProbe, container.readinessProbe, container.livenessProbe];
    const inTheClear =
      listensByTls(workload.name) && probes.some((probe) => probe?.httpGet?.scheme !== 'HTTPS');
    return [
      ...(mounts.includes(folder) ? [] : [`TLS_DIR names ${folder}, which is not mounted`]),
      ...(listensByTls(workload.name)
        ? callerFaults(environment.variables.get('TLS_CALLERS') ?? '', callersOf(workload, resources))
        : []),
      ...(inTheClear ? ['listens by TLS, and its probes ask in the clear'] : []),
    ];
  });
