import { containersOf, type Container, type Resource, type Workload } from './resource.ts';

/** A container's variables as the process will see them; those whose source is not known have no value. */
export interface Environment {
  /** In the order in which the container lists them. */
  variables: ReadonlyMap<string, string | undefined>;
  /** Names that other variables are made of, as in `$(PUBLIC_ORIGIN)/identity`. */
  usedInOthers: ReadonlySet<string>;
  faults: readonly string[];
}

const contentOf = (resource: Resource): Record<string, string> => {
  const data = resource.data ?? {};
  const decoded =
    resource.kind === 'Secret'
      ? Object.fromEntries(
          Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]),
        )
      : data;
  return { ...decoded, ...resource.stringData };
};

/** Resolves `env` and `envFrom` of a container against the ConfigMaps and Secrets among `resources`. */
export const environmentOf = (container: Container, resources: readonly Resource[]): Environment => {
  const variables = new Map<string, string | undefined>();
  const usedInOthers = new Set<string>();
  const faults: string[] = [];

  const find = (kind: string, name: string) => {
    const found = resources.find((resource) => resource.kind === kind && resource.metadata.name === name);
    if (!found) faults.push(`there is no ${kind} ${name}`);
    return found && contentOf(found);
  };
  const keyOf = (kind: string, { name, key }: { name: string; key: string }) => {
    const content = find(kind, name);
    if (content && content[key] === undefined) faults.push(`${kind} ${name} has no ${key}`);
    return content?.[key];
  };
  const expand = (value: string) =>
    value.replaceAll(/\$\(([A-Z_]+)\)/g, (whole, name: string) => {
      usedInOthers.add(name);
      if (variables.has(name)) return variables.get(name) ?? '';
      faults.push(`${whole} is not set before it is used`);
      return whole;
    });

  for (const { configMapRef, secretRef } of container.envFrom ?? []) {
    const content = configMapRef
      ? find('ConfigMap', configMapRef.name)
      : secretRef && find('Secret', secretRef.name);
    for (const [name, value] of Object.entries(content ?? {})) variables.set(name, value);
  }
  const listed = new Set<string>();
  for (const { name, value, valueFrom } of container.env ?? []) {
    if (listed.has(name)) faults.push(`${name} is set twice`);
    listed.add(name);
    if (valueFrom?.configMapKeyRef) variables.set(name, keyOf('ConfigMap', valueFrom.configMapKeyRef));
    else if (valueFrom?.secretKeyRef) variables.set(name, keyOf('Secret', valueFrom.secretKeyRef));
    else variables.set(name, expand(value ?? ''));
  }
  for (const argument of [...(container.command ?? []), ...(container.args ?? [])]) expand(argument);
  return { variables, usedInOthers, faults };
};

/** Each container of a workload with its variables. */
export const environmentsOf = ({ pod }: Workload, resources: readonly Resource[]) =>
  containersOf(pod).map((container) => ({
    container,
    environment: environmentOf(container, resources),
  }));
