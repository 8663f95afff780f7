import { containersOf, workloadsOf, type Resource } from './resource.ts';

interface Source {
  configMap?: { name: string };
  secret?: { secretName: string };
}

const keyOf = (kind: string, name: string | undefined, key: string) => `${kind} ${name ?? ''} ${key}`;
const everyKey = '*';

const readKeys = (resources: readonly Resource[]): ReadonlySet<string> =>
  new Set(
    workloadsOf(resources).flatMap(({ pod }) => [
      ...((pod.volumes ?? []) as Source[]).flatMap(({ configMap, secret }) => [
        keyOf('ConfigMap', configMap?.name, everyKey),
        keyOf('Secret', secret?.secretName, everyKey),
      ]),
      ...containersOf(pod).flatMap(({ env = [], envFrom = [] }) => [
        ...envFrom.flatMap(({ configMapRef, secretRef }) => [
          keyOf('ConfigMap', configMapRef?.name, everyKey),
          keyOf('Secret', secretRef?.name, everyKey),
        ]),
        ...env.flatMap(({ valueFrom: { configMapKeyRef, secretKeyRef } = {} }) => [
          keyOf('ConfigMap', configMapKeyRef?.name, configMapKeyRef?.key ?? ''),
          keyOf('Secret', secretKeyRef?.name, secretKeyRef?.key ?? ''),
        ]),
      ]),
    ]),
  );

/** Keys of ConfigMaps and Secrets that no pod reads: a slip of the pen, or a setting of yesterday. */
export const unreadKeyFaults = (resources: readonly Resource[]): string[] => {
  const read = readKeys(resources);
  return resources
    .filter(({ kind, type }) => kind === 'ConfigMap' || (kind === 'Secret' && type !== 'kubernetes.io/tls'))
    .flatMap(({ kind, metadata: { name }, data, stringData }) =>
      Object.keys({ ...data, ...stringData })
        .filter((key) => !read.has(keyOf(kind, name, key)) && !read.has(keyOf(kind, name, everyKey)))
        .map((key) => `${kind} ${name}: nobody reads ${key}`),
    );
};
