import { portNumber, type Resource, type Workload } from './resource.ts';

interface ServiceSpec {
  selector?: Record<string, string>;
  ports?: { name?: string; port: number; targetPort?: number | string }[];
}

const isSelected = (labels: Record<string, string>, selector: Record<string, string> = {}) =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

/** The pods and their port behind a port of a Service, by name or number; or why there are none. */
export const serviceTargets = (
  { metadata: { name: service }, spec }: Resource,
  wanted: number | string | undefined,
  workloads: readonly Workload[],
): { to: string; port: number }[] | string => {
  const { selector, ports = [] } = spec as ServiceSpec;
  const found = ports.find(({ name, port }) => port === wanted || name === wanted);
  if (!found) return `Service ${service} has no port ${wanted}`;
  const behind = workloads.filter(({ labels }) => isSelected(labels, selector));
  if (behind.length === 0) return `Service ${service} selects no pod`;
  const to = found.targetPort ?? found.port;
  const targets = behind.map(({ name, pod }) => ({ to: name, port: portNumber(pod, to) }));
  const missing = targets.find(({ port }) => port === undefined);
  if (missing) return `Service ${service} leads to port ${to}, which ${missing.to} does not have`;
  return targets.map(({ to: name, port = 0 }) => ({ to: name, port }));
};
