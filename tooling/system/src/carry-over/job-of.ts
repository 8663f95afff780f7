import type { Command } from '../commands.ts';
import { pathOf } from '../image-targets.ts';
import type { Mode } from './outcome.ts';

interface Variable {
  readonly name: string;
}
interface Container {
  readonly image: string;
  readonly env?: readonly Variable[];
  readonly [field: string]: unknown;
}

/** A resource of an overlay, as far as a Job is made of it. */
export interface Resource {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: {
    readonly template?: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: { readonly containers: readonly Container[]; readonly [field: string]: unknown };
    };
  };
}

/** What a process that serves has, and a job that ends has not. */
const ofServers = ['ports', 'startupProbe', 'readinessProbe', 'livenessProbe', 'lifecycle'];

/**
 * The Job of a step: a pod as its Deployment has them, with the same image, variables and ways to the stores, which is
 * called otherwise, so that no Service leads to it.
 */
export const jobOf = (
  deployment: Resource,
  command: Command,
  { mode, settings }: { mode: Mode; settings: Readonly<Record<string, string>> },
) => {
  const { template } = deployment.spec ?? {};
  const [app] = template?.spec.containers ?? [];
  if (!template || !app) throw new Error(`the Deployment ${deployment.metadata.name} has no container`);
  const name = `${command.name}-${mode}`;
  const labels = { ...template.metadata.labels, 'app.kubernetes.io/name': command.name };
  const own = { ...settings, CARRY_OVER: mode, LOG_LEVEL: 'info', LOG_FORMAT: 'json' };
  const container = {
    ...Object.fromEntries(Object.entries(app).filter(([field]) => !ofServers.includes(field))),
    command: ['node', pathOf(command.entry ?? '')],
    env: [
      ...(app.env ?? []).filter((variable) => !(variable.name in own)),
      ...Object.entries(own).map(([variable, value]) => ({ name: variable, value })),
    ],
  };
  const spec = Object.fromEntries(
    Object.entries(template.spec).filter(([field]) => field !== 'topologySpreadConstraints'),
  );
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, namespace: deployment.metadata.namespace, labels },
    spec: {
      backoffLimit: 0,
      ttlSecondsAfterFinished: 3600,
      template: { metadata: { labels }, spec: { ...spec, restartPolicy: 'Never', containers: [container] } },
    },
  };
};
