import { anyone, dnsServer, edge, namespace, outside } from './needed-edges.ts';
import { workloadsOf, type Resource, type Workload } from './resource.ts';

interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: string };
}

interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: { port?: number | string; endPort?: number; protocol?: string }[];
}

interface Policy {
  podSelector: Selector;
  policyTypes?: string[];
  ingress?: Rule[];
  egress?: Rule[];
}

/** The label that Kubernetes itself gives to each namespace. */
const nameOfNamespace = 'kubernetes.io/metadata.name';

/** @throws Error for what this does not understand: a rule must not pass because nobody read it. */
const selects = ({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Record<string, string>) =>
  Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
  matchExpressions.every(({ key, operator, values = [] }) => {
    if (operator !== 'In') throw new Error(`a selector with ${operator} is not understood`);
    return values.includes(labels[key] ?? '');
  });

const namesOf = (peers: Peer[] | undefined, workloads: readonly Workload[], whenAll: string): string[] =>
  peers?.flatMap(({ podSelector, namespaceSelector, ipBlock }) => {
    if (ipBlock) return [whenAll];
    if (namespaceSelector) {
      if (podSelector?.matchLabels?.['k8s-app'] === 'kube-dns') return [dnsServer];
      const name = namespaceSelector.matchLabels?.[nameOfNamespace];
      if (!name) throw new Error(`a namespaceSelector without ${nameOfNamespace} is not understood`);
      return [namespace(name)];
    }
    if (!podSelector) throw new Error('a peer that selects nothing is not understood');
    return workloads.filter(({ labels }) => selects(podSelector, labels)).map(({ name }) => name);
  }) ?? [whenAll];

const portsOf = ({ ports }: Rule) => {
  if (!ports?.length) throw new Error('a rule without ports allows every port');
  return ports.map(({ port, endPort, protocol = 'TCP' }) => {
    if (endPort) throw new Error('a range of ports is not understood');
    if (typeof port !== 'number')
      throw new Error(`port ${port} has to be a number, which every network plugin takes`);
    return { port, protocol };
  });
};

/** What the NetworkPolicies let out of pods and into pods, edge by edge. */
export const allowedEdges = (resources: readonly Resource[]) => {
  const workloads = workloadsOf(resources);
  const [egress, ingress, faults] = [new Set<string>(), new Set<string>(), [] as string[]];
  let deniesByDefault = false;
  for (const { kind, metadata, spec } of resources) {
    if (kind !== 'NetworkPolicy') continue;
    const policy = spec as Policy;
    const types = policy.policyTypes ?? [];
    if (Object.keys(policy.podSelector).length === 0 && types.includes('Ingress') && types.includes('Egress'))
      deniesByDefault ||= !policy.ingress && !policy.egress;
    for (const type of ['Ingress', 'Egress'] as const) {
      const rules = type.toLowerCase() as 'ingress' | 'egress';
      if (policy[rules] && !types.includes(type))
        faults.push(`NetworkPolicy ${metadata.name} has ${rules} rules without the type ${type}`);
    }
    try {
      const own = workloads.filter(({ labels }) => selects(policy.podSelector, labels));
      if (own.length === 0) faults.push(`NetworkPolicy ${metadata.name} selects no pod`);
      for (const rule of policy.egress ?? [])
        for (const { port, protocol } of portsOf(rule))
          for (const to of namesOf(rule.to, workloads, outside))
            for (const { name } of own) egress.add(edge(name, to, port, protocol));
      for (const rule of policy.ingress ?? [])
        for (const { port, protocol } of portsOf(rule))
          for (const from of namesOf(rule.from, workloads, anyone))
            for (const { name } of own) ingress.add(edge(from, name, port, protocol));
    } catch (error) {
      faults.push(`NetworkPolicy ${metadata.name}: ${(error as Error).message}`);
    }
  }
  if (!deniesByDefault) faults.push('no NetworkPolicy denies everything by default, in and out');
  return { egress, ingress, faults };
};
