import { containersOf, workloadsOf, type Resource } from './resource.ts';

const isSecret = (name: string, value: string) =>
  /(SECRET|PASSWORD|_KEYS?)$/.test(name) || /^[a-z+]+:\/\/[^/@]*:[^/@]+@/.test(value);

/** Passwords, keys, and URLs with a password that stand where everybody reads them. */
export const secretFaults = (resources: readonly Resource[]): string[] => {
  const open = [
    ...workloadsOf(resources).flatMap(({ name: where, pod }) =>
      containersOf(pod).flatMap(({ env = [] }) =>
        env.map(({ name, value = '', valueFrom }) => ({
          where,
          name,
          value,
          isReferred: Boolean(valueFrom),
        })),
      ),
    ),
    ...resources
      .filter(({ kind }) => kind === 'ConfigMap')
      .flatMap(({ metadata, data = {} }) =>
        Object.entries(data).map(([name, value]) => ({
          where: `ConfigMap ${metadata.name}`,
          name,
          value,
          isReferred: false,
        })),
      ),
  ];
  return open
    .filter(({ name, value, isReferred }) => !isReferred && isSecret(name, value))
    .map(({ where, name }) => `${where}: ${name} is a secret; it belongs into a Secret`);
};

/** Where others make the Secrets, an overlay that holds one would overwrite theirs, and show it. */
export const inlinedSecretFaults = (resources: readonly Resource[]): string[] =>
  resources
    .filter(({ kind }) => kind === 'Secret')
    .map(
      ({ metadata }) => `Secret ${metadata.name}: its values stand in the overlay; make it in the cluster`,
    );
