import { allowedEdges } from './allowed-edges.ts';
import { anyone, dnsServer, edge, namespace, neededEdges, outside } from './needed-edges.ts';
import { portNumber, workloadsOf, type Resource } from './resource.ts';

const [anyNamespace, nameServers] = [namespace(''), [edge('', outside, 53), edge('', outside, 53, 'UDP')]];
const startOf = (text: string) => text.slice(0, text.indexOf(' -> '));
const toSame = (text: string) => text.slice(startOf(text).length);
const isFromAbroad = (text: string) => startOf(text) === anyone || text.startsWith(anyNamespace);
/** Where the pods are none of these manifests. */
const isToOthers = (text: string) =>
  [outside, dnsServer, anyNamespace].some((end) => toSame(text).startsWith(` -> ${end}`));

/** The ports of probes, which are those of the metrics: whoever collects them lives in a namespace of their own. */
const metricsPorts = (resources: readonly Resource[]): ReadonlySet<string> =>
  new Set(
    workloadsOf(resources).flatMap(({ name, pod }) =>
      pod.containers.flatMap(({ readinessProbe }) => {
        const port = portNumber(pod, readinessProbe?.httpGet?.port);
        return port ? [edge('', name, port)] : [];
      }),
    ),
  );

/** Each configured connection is allowed out of the one pod and into the other, and nothing else is. */
export const networkFaults = (resources: readonly Resource[]): string[] => {
  const needed = neededEdges(resources);
  const allowed = allowedEdges(resources);
  const metrics = metricsPorts(resources);
  const out = [...needed.edges].filter((each) => !isFromAbroad(each));
  const into = [...needed.edges].filter((each) => !isToOthers(each));
  const isLetIn = (wanted: string) =>
    [...allowed.ingress].some(
      (open) =>
        open === wanted ||
        // What is open to anyone is open to the pods; what anyone needs, an ingress controller may pass on.
        (toSame(open) === toSame(wanted) &&
          (startOf(open) === anyone || (startOf(wanted) === anyone && isFromAbroad(open)))),
    );
  const isUsed = (open: string) =>
    into.includes(open) ||
    (open.startsWith(anyNamespace) &&
      (metrics.has(toSame(open)) || into.includes(`${anyone}${toSame(open)}`)));
  return [
    ...needed.faults,
    ...allowed.faults,
    ...out
      .filter((each) => !allowed.egress.has(each))
      .map((each) => `${each} is configured, and egress forbids it`),
    ...into.filter((each) => !isLetIn(each)).map((each) => `${each} is configured, and ingress forbids it`),
    ...[...allowed.egress]
      // A cache of names on the node has an address and no pod.
      .filter((each) => !out.includes(each) && !nameServers.includes(toSame(each)))
      .map((each) => `egress allows ${each}, which nobody uses`),
    ...[...allowed.ingress]
      .filter((each) => !isUsed(each))
      .map((each) => `ingress allows ${each}, which nobody uses`),
  ];
};
