import { execFile } from 'node:child_process';
import { processes } from '@quayside/system';
import { eventually } from '../src/control.ts';

export const namespace = process.env['QUAYSIDE_NAMESPACE'] ?? 'quayside';
const program = process.env['KUBECTL'] ?? 'kubectl';

/** Runs kubectl in the shop's namespace on the cluster of `KUBECONFIG`. @returns what it printed */
export const kubectl = (
  args: readonly string[],
  { timeoutMs = 60_000, input }: { timeoutMs?: number; input?: string } = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      program,
      ['--namespace', namespace, ...args],
      { timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`kubectl ${args.join(' ')}: ${stderr.trim() || error.message}`));
        else resolve(stdout);
      },
    );
    child.stdin?.end(input);
  });

export const kubectlJson = async <T>(args: readonly string[]): Promise<T> =>
  JSON.parse(await kubectl([...args, '-o', 'json'])) as T;

export interface Pod {
  metadata: { name: string; uid: string; deletionTimestamp?: string; labels: Record<string, string> };
  spec: { nodeName?: string };
  status: {
    phase: string;
    conditions?: { type: string; status: string }[];
    containerStatuses?: {
      ready: boolean;
      restartCount: number;
      state: { waiting?: { reason: string }; terminated?: { reason: string; exitCode: number } };
      lastState: { terminated?: { reason: string; exitCode: number } };
    }[];
  };
}

export const pods = async (selector?: string): Promise<Pod[]> =>
  (await kubectlJson<{ items: Pod[] }>(['get', 'pods', ...(selector ? ['-l', selector] : [])])).items;

/** The pods of Deployments and StatefulSets; those of Jobs end by themselves. */
export const longRunning = async (): Promise<Pod[]> =>
  (await pods()).filter(({ metadata }) => !metadata.labels['batch.kubernetes.io/job-name']);

export const isReady = ({ metadata, status }: Pod): boolean =>
  !metadata.deletionTimestamp &&
  (status.conditions ?? []).some((one) => one.type === 'Ready' && one.status === 'True');

export const deployments = processes.filter(({ kind }) => kind !== 'stand-in').map(({ name }) => name);

export const rolledOut = (what: string, timeoutSeconds = 180): Promise<string> =>
  kubectl(['rollout', 'status', what, `--timeout=${timeoutSeconds}s`], {
    timeoutMs: (timeoutSeconds + 10) * 1000,
  });

/** Until the pods that were replaced are gone, who may still answer meanwhile. */
export const noneStopping = (name: string): Promise<boolean> =>
  eventually(
    `the old pods of ${name} to be gone`,
    async () =>
      (await pods(`app.kubernetes.io/name=${name}`)).every((pod) => !pod.metadata.deletionTimestamp),
    60_000,
  );

export const allRolledOut = async (): Promise<void> => {
  for (const name of deployments) await rolledOut(`deployment/${name}`);
};
