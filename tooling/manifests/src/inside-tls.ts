import { processes, type Process } from '@quayside/system';
import { environmentsOf } from './environment.ts';
import type { Resource, Workload } from './resource.ts';

const listensByTls = (name: string): boolean =>
  processes.some((process: Process) => process.name === name && ['service', 'worker'].includes(process.kind));

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
      ...(inTheClear ? ['listens by TLS, and its probes ask in the clear'] : []),
    ];
  });
