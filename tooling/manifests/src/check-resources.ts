import { autoscalingFaults } from './autoscaling.ts';
import { encryptionFaults } from './encryption.ts';
import { environmentsOf } from './environment.ts';
import { guardRailFaults } from './guard-rails.ts';
import { insideTlsFaults } from './inside-tls.ts';
import { networkFaults } from './network.ts';
import { objectNameFaults } from './object-names.ts';
import { podSecurityFaults } from './pod-security.ts';
import { containerSchema } from './process-schema.ts';
import { publicRouteFaults } from './public-routes.ts';
import { workloadsOf, type Resource } from './resource.ts';
import { inlinedSecretFaults, secretFaults } from './secrets.ts';
import { stopFaults } from './stop.ts';
import { unreadKeyFaults } from './unread-keys.ts';
import { refusedValues, variableFaults } from './variables.ts';

/**
 * Every fault of a rendered overlay.
 *
 * @param options.root of the repository, where the processes' schemas are
 * @param options.validate says where one object does not fit Kubernetes' schema
 * @param options.elsewhere Secrets that somebody else makes, with examples of their values
 */
export const checkResources = async (
  resources: readonly Resource[],
  options: { root: string; validate: (resource: Resource) => string[]; elsewhere: readonly Resource[] },
): Promise<string[]> => {
  const all = [...resources, ...options.elsewhere];
  const faults = [
    ...resources.flatMap((resource) =>
      options.validate(resource).map((fault) => `${resource.kind} ${resource.metadata.name}: ${fault}`),
    ),
    ...objectNameFaults(resources),
    ...guardRailFaults(resources),
    ...autoscalingFaults(resources),
    ...publicRouteFaults(resources),
    ...secretFaults(resources),
    ...(options.elsewhere.length > 0 ? inlinedSecretFaults(resources) : []),
    ...unreadKeyFaults(all),
    ...networkFaults(all),
  ];
  for (const workload of workloadsOf(resources)) {
    const add = (found: readonly string[]) =>
      faults.push(...found.map((fault) => `${workload.name}: ${fault}`));
    add(podSecurityFaults(workload.pod));
    add(insideTlsFaults(workload, all));
    for (const { container, environment } of environmentsOf(workload, all)) {
      add(environment.faults);
      add(encryptionFaults(environment.variables));
      const schema = await containerSchema(options.root, container);
      if (!schema) continue;
      add(variableFaults(environment, schema));
      // Where secrets come from elsewhere, what stands for them here is none.
      if (options.elsewhere.length === 0) add(refusedValues(environment, schema));
      const drainMs = environment.variables.get('DRAIN_MS');
      add(stopFaults(workload, { knowsDrain: 'DRAIN_MS' in schema.shape, drainMs }));
    }
  }
  return faults;
};
