import { workloadsOf, type Resource } from './resource.ts';

interface Autoscaler {
  scaleTargetRef: { name: string };
  minReplicas?: number;
}

/** Below this, an upgrade or a drained node leaves a process with none. */
const fewest = 2;

/** Where autoscalers and Deployments do not fit; an overlay without autoscalers has nothing to fit. */
export const autoscalingFaults = (resources: readonly Resource[]): string[] => {
  const autoscalers = resources
    .filter(({ kind }) => kind === 'HorizontalPodAutoscaler')
    .map(({ metadata, spec }) => ({ name: metadata.name, spec: spec as Autoscaler }));
  if (autoscalers.length === 0) return [];
  const deployments = workloadsOf(resources).filter(({ kind }) => kind === 'Deployment');
  const names = deployments.map(({ resource }) => resource.metadata.name);
  const scaled = autoscalers.map(({ spec }) => spec.scaleTargetRef.name);
  return [
    ...autoscalers.flatMap(({ name, spec: { scaleTargetRef, minReplicas = 1 } }) => {
      const faults: string[] = [];
      if (!names.includes(scaleTargetRef.name)) faults.push(`there is no Deployment ${scaleTargetRef.name}`);
      if (minReplicas < fewest) faults.push(`keeps fewer than ${fewest}`);
      return faults.map((fault) => `HorizontalPodAutoscaler ${name}: ${fault}`);
    }),
    ...deployments.flatMap(({ resource: { metadata, spec } }) => {
      const faults: string[] = [];
      if (!scaled.includes(metadata.name)) faults.push('has no HorizontalPodAutoscaler');
      else if ((spec as { replicas?: number }).replicas !== undefined)
        faults.push('sets replicas, which its HorizontalPodAutoscaler owns');
      return faults.map((fault) => `Deployment ${metadata.name}: ${fault}`);
    }),
  ];
};
