import type { Process } from '../process.ts';

/** Keeps three pods of a process, and more while they are busy. */
export const autoscaler = ({ name, maxReplicas }: Process): string => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: ${name}
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }
  minReplicas: 3
  maxReplicas: ${maxReplicas}
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: AverageValue, averageValue: 600m } }
  behavior:
    scaleDown: { stabilizationWindowSeconds: 300, policies: [{ type: Pods, value: 1, periodSeconds: 60 }] }`;

export const aboutAutoscaling = `# Three of each, and more when they are busy. The base sets no number of replicas, so an apply never fights with this.
# A Node.js process works on one core, so the measure is a share of a core. Pods go slowly: most take a place in a
# consumer group with them, and the others have to share its work anew. An overlay patches what it wants otherwise.`;
