import type { Workload } from './resource.ts';

/** `createLifecycle` exits after that, whatever is still open. */
const slowestStopSeconds = 9;
/** The gateway drops a connection that was idle for so long, and would send a request over a younger one. */
const idleConnectionMs = 4000;
/** The least in which every proxy has taken a pod off its list. */
const leastPauseSeconds = 3;
const ofKubernetesSeconds = 30;

/**
 * Where a pod of a Deployment stops in another order than: taken off every list, connections ended, process stopped,
 * and only then killed.
 */
export const stopFaults = (
  { pod, kind }: Workload,
  drain: { knowsDrain: boolean; drainMs?: string | undefined },
): string[] => {
  if (kind !== 'Deployment') return [];
  const faults: string[] = [];
  const pause = Math.max(
    0,
    ...pod.containers.map(({ lifecycle }) => lifecycle?.preStop?.sleep?.seconds ?? 0),
  );
  const drainSeconds = Number(drain.drainMs ?? 0) / 1000;
  if (pause < leastPauseSeconds) faults.push('stops before the proxies know');
  if (drain.knowsDrain && !(drainSeconds * 1000 > idleConnectionMs))
    faults.push(`DRAIN_MS has to be above ${idleConnectionMs}, for which the gateway keeps idle connections`);
  if ((pod.terminationGracePeriodSeconds ?? ofKubernetesSeconds) <= pause + drainSeconds + slowestStopSeconds)
    faults.push(`is killed before its slowest stop: ${pause} + ${drainSeconds} + ${slowestStopSeconds} s`);
  return faults;
};
