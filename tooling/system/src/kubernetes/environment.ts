import type { Command } from '../commands.ts';
import { reads } from '../reads.ts';
import { wiring, type InCluster, type ToProcess } from '../wiring.ts';

export interface PodVariable {
  name: string;
  source: InCluster;
}

const originOf = 'PUBLIC_ORIGIN';

/** What a pod is told: of all that the command reads, what the system fills in. */
export const podVariables = (command: Command): PodVariable[] => {
  const own = reads[command.name] ?? [];
  const all = Object.entries(wiring).flatMap(([name, { inCluster }]) =>
    inCluster ? [{ name, source: inCluster(command) }] : [],
  );
  const read = all.filter(({ name }) => own.includes(name));
  const needsOrigin = read.some(({ source }) => 'atOrigin' in source);
  return all.filter(({ name }) => own.includes(name) || (needsOrigin && name === originOf));
};

/** A value as it stands in a flow mapping. */
const quoted = (value: string): string => (/^\d|:\d|^true$|^false$/.test(value) ? `'${value}'` : value);

/** Where a process is called in a cluster. */
export const addressOf = (
  { to, port, path = '' }: ToProcess,
  protocol: 'http' | 'https' = 'http',
): string => {
  const number = port && to.otherPorts[port];
  return `${protocol}://${port ?? to.name}${number ? `:${number}` : ''}${path}`;
};

const line = (name: string, value: string) => `- { name: ${name}, value: ${quoted(value)} }`;
const reference = (name: string, kind: string, from: string, key: string) =>
  `- name: ${name}\n  valueFrom: { ${kind}: { name: ${from}, key: ${key} } }`;

const entry = ({ name, source }: PodVariable): string => {
  if ('value' in source) return line(name, source.value);
  if ('to' in source) return line(name, addressOf(source));
  if ('atOrigin' in source) return line(name, `$(${originOf})${source.atOrigin}`);
  if ('configMap' in source) return reference(name, 'configMapKeyRef', source.configMap, source.key ?? name);
  if ('secret' in source) return reference(name, 'secretKeyRef', source.secret, source.key ?? name);
  return '';
};

/** The lines of `env` and, before it, of `envFrom`. */
export const environmentLines = (
  command: Command,
  before: Readonly<Record<string, string>> = {},
  after: Readonly<Record<string, string>> = {},
): string => {
  const variables = podVariables(command);
  const maps = variables.flatMap(({ source }) => ('everyKeyOf' in source ? [source.everyKeyOf] : []));
  const from = maps.map((name) => `  - configMapRef: { name: ${name} }`);
  const entries = [
    ...Object.entries(before).map(([name, value]) => line(name, value)),
    ...variables.map(entry).filter((text) => text !== ''),
    ...Object.entries(after).map(([name, value]) => line(name, value)),
  ];
  return [...(from.length > 0 ? ['envFrom:', ...from] : []), 'env:', ...entries.map(indent(2))].join('\n');
};

/** Every line of a text further to the right. */
export const indent =
  (by: number) =>
  (text: string): string =>
    text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
