import type { Process } from '../process.ts';
import { edges } from './edges.ts';
import { indent } from './environment.ts';

const pod = (name: string) => `- podSelector: { matchLabels: { app.kubernetes.io/name: ${name} } }`;

const rule = (direction: 'from' | 'to', names: readonly string[], port: number): string =>
  [`- ${direction}:`, ...names.map((name) => indent(4)(pod(name))), `  ports: [{ port: ${port} }]`].join(
    '\n',
  );

const openToAll = (
  port: number,
) => `# Whoever reaches the cluster may ask. An overlay may narrow this one rule, to its ingress controller.
- ports: [{ port: ${port} }]`;

/** Who may call a process, and whom it may call; the stores and what is outside are the overlays' matter. */
export const networkPolicy = ({ name, port, otherPorts, isPublic }: Process): string => {
  const calls = edges.filter(({ from }) => from.name === name);
  const ingress = [
    ...(isPublic ? [openToAll(port)] : []),
    ...[port, ...Object.values(otherPorts)].flatMap((own) => {
      const callers = edges.filter((edge) => edge.to.name === name && edge.port === own);
      return callers.length > 0
        ? [
            rule(
              'from',
              callers.map(({ from }) => from.name),
              own,
            ),
          ]
        : [];
    }),
  ];
  const egress = calls.map(({ to, port: theirs }) => rule('to', [to.name], theirs));
  const rules = (direction: string, texts: readonly string[]) =>
    texts.length > 0 ? [`${direction}:`, ...texts.map(indent(2))] : [];
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: ${name} } }
  policyTypes: [Ingress, Egress]
${indent(2)([...rules('ingress', ingress), ...rules('egress', egress)].join('\n'))}`;
};
