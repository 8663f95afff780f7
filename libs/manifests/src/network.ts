import { allowedEdges } from './allowed-edges.ts';
import { anyone, dnsServer, neededEdges, outside } from './needed-edges.ts';
import type { Resource } from './resource.ts';

const startsAt = (name: string) => (edge: string) => edge.startsWith(`${name} -> `);
/** A port that is open to anyone is open to the pods, too. */
const fromAnyone = (edge: string) => edge.replace(/^.* -> /, `${anyone} -> `);
const endsAt = (name: string) => (edge: string) => edge.includes(` -> ${name}:`);

/** Each configured connection is allowed out of the one pod and into the other, and nothing else is. */
export const networkFaults = (resources: readonly Resource[]): string[] => {
  const needed = neededEdges(resources);
  const allowed = allowedEdges(resources);
  const out = [...needed.edges].filter((edge) => !startsAt(anyone)(edge));
  const into = [...needed.edges].filter((edge) => !endsAt(outside)(edge) && !endsAt(dnsServer)(edge));
  return [
    ...needed.faults,
    ...allowed.faults,
    ...out
      .filter((edge) => !allowed.egress.has(edge))
      .map((edge) => `${edge} is configured, and egress forbids it`),
    ...into
      .filter((edge) => !allowed.ingress.has(edge) && !allowed.ingress.has(fromAnyone(edge)))
      .map((edge) => `${edge} is configured, and ingress forbids it`),
    ...[...allowed.egress]
      .filter((edge) => !out.includes(edge))
      .map((edge) => `egress allows ${edge}, which nobody uses`),
    ...[...allowed.ingress]
      .filter((edge) => !into.includes(edge))
      .map((edge) => `ingress allows ${edge}, which nobody uses`),
  ];
};
