import type { Command } from '../commands.ts';
import { reachedBy } from '../reached-by.ts';
import { nodeOptionsOf } from '../process.ts';
import { environmentLines, indent } from './environment.ts';

/** `quayside/postgres: client` lets a pod through the NetworkPolicy to PostgreSQL. */
export const labelsOf = (command: Command): string =>
  [
    `app.kubernetes.io/name: ${command.name}`,
    ...reachedBy(command).map((what) => `quayside/${what}: client`),
  ].join(', ');

/** Nothing where the entry is the one that the image runs by itself. */
const commandLines = ({ entry, process }: Command): string[] =>
  entry === undefined || entry === process.image ? [] : [`command: [node, dist/${entry}.js]`];

const portNames = ({ process }: Command): [string, number][] => [
  ['http', process.port],
  // `gateway-management` is the port management of the gateway.
  ...Object.entries(process.otherPorts).map(([name, port]): [string, number] => [
    name.slice(process.name.length + 1),
    port,
  ]),
];

const cacheOf = ({ process: { cache } }: Command) =>
  cache && {
    mount: `volumeMounts:\n  - { name: cache, mountPath: /app/${cache.path} }`,
    volume: `volumes:\n  - name: cache\n    emptyDir: { sizeLimit: ${cache.size} }`,
  };

const container = (command: Command): string => {
  const { image, resources, environment } = command.process;
  const { cpu, memory, memoryLimit } = resources;
  return [
    `- name: app`,
    ...[
      `image: quayside/${image}`,
      ...commandLines(command),
      'ports:',
      ...portNames(command).map(([name, port]) => `  - { name: ${name}, containerPort: ${port} }`),
      environmentLines(command, environment, { NODE_OPTIONS: nodeOptionsOf(resources) }),
      'resources:',
      `  requests: { cpu: ${cpu}, memory: ${memory}Mi }`,
      `  limits: { memory: ${memoryLimit}Mi }`,
      ...[cacheOf(command)?.mount ?? []].flat(),
    ].map(indent(2)),
  ].join('\n');
};

export const deployment = (command: Command): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${command.name}
  labels: { ${labelsOf(command)} }
spec:
  selector: { matchLabels: { app.kubernetes.io/name: ${command.name} } }
  template:
    metadata:
      labels: { ${labelsOf(command)} }
    spec:
      containers:
${indent(8)(container(command))}
${indent(6)(cacheOf(command)?.volume ?? '')}`;
