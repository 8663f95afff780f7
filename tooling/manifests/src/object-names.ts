import { workloadsOf, type Resource } from './resource.ts';

/** RFC 1123. What names pods ends up in one of their labels, which are shorter. */
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const longest = 253;
const longestLabel = 63;

const tagOf = (image: string) => image.split('/').at(-1)?.split(':')[1] ?? '';

/** Names that an API server refuses, or by which the next version of a Job could not be made. */
export const objectNameFaults = (resources: readonly Resource[]): string[] => {
  const workloads = workloadsOf(resources);
  return resources.flatMap(({ kind, metadata: { name } }) => {
    const job = workloads.find((each) => each.kind === 'Job' && each.resource.metadata.name === name);
    const atMost = workloads.some(({ resource }) => resource.metadata.name === name) ? longestLabel : longest;
    const faults: string[] = [];
    if (!subdomain.test(name) || name.length > atMost) faults.push('Kubernetes takes no such name');
    else if (job && !name.endsWith(`-${tagOf(job.pod.containers[0]?.image ?? '')}`))
      faults.push('its name does not end in the tag of its image');
    return faults.map((fault) => `${kind} ${name}: ${fault}`);
  });
};
