import { commandOf, isFirstOfItsPackage, migrationOf } from '../commands.ts';
import type { Process } from '../process.ts';
import { deployment } from './deployment.ts';
import { job } from './job.ts';
import { networkPolicy } from './network-policy.ts';

const httpService = ({ name }: Process): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: { app.kubernetes.io/name: ${name} }
  ports:
    - { name: http, port: 80, targetPort: http, appProtocol: http }`;

const otherService = ({ name }: Process, service: string, port: number): string => {
  const own = service.slice(name.length + 1);
  return `# Probes and metrics: never behind the Ingress.
apiVersion: v1
kind: Service
metadata:
  name: ${service}
spec:
  selector: { app.kubernetes.io/name: ${name} }
  ports:
    - { name: ${own}, port: ${port}, targetPort: ${own}, appProtocol: http }`;
};

const disruptionBudget = ({ name }: Process): string => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${name}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector: { matchLabels: { app.kubernetes.io/name: ${name} } }`;

/** All objects of one process, in one file. */
export const manifest = (process: Process): string => {
  const migration = isFirstOfItsPackage(process) ? migrationOf(process) : undefined;
  return [
    deployment(commandOf(process)),
    ...(process.kind === 'worker' ? [] : [httpService(process)]),
    ...Object.entries(process.otherPorts).map(([name, port]) => otherService(process, name, port)),
    disruptionBudget(process),
    networkPolicy(process),
    ...(migration ? [job(migration)] : []),
  ]
    .map((text) => text.trimEnd())
    .join('\n---\n');
};
