import { join } from 'node:path';
import { eventually } from '../../src/control.ts';
import { isReady, kubectl, kubectlJson, longRunning, namespace } from '../kubectl.ts';
import type { Outcome } from '../step.ts';

const overlay = join(import.meta.dirname, '../../../../deploy/k8s/overlays/demo');

/** Megabytes that each pod uses, by the kubelet's own count. */
const memory = async (): Promise<Map<string, number>> => {
  const { items } = await kubectlJson<{ items: { metadata: { name: string } }[] }>(['get', 'nodes']);
  const used = new Map<string, number>();
  for (const { metadata } of items) {
    const text = await kubectl(['get', '--raw', `/api/v1/nodes/${metadata.name}/proxy/metrics/resource`]);
    for (const line of text.split('\n')) {
      const [, where, pod, bytes] =
        /^pod_memory_working_set_bytes\{namespace="([^"]+)",pod="([^"]+)"\} (\S+)/.exec(line) ?? [];
      if (where === namespace && pod) used.set(pod, Number(bytes) / 1e6);
    }
  }
  return used;
};

/** Who uses how much, in one line. */
export const memoryLine = async (): Promise<string> => {
  const used = await memory().catch(() => new Map<string, number>());
  if (used.size === 0) return 'memory: the kubelet of this cluster does not tell';
  const total = [...used.values()].reduce((sum, one) => sum + one, 0);
  const largest = [...used].toSorted((a, b) => b[1] - a[1]).slice(0, 5);
  const list = largest.map(([name, mb]) => `${name} ${mb.toFixed(0)}`).join(', ');
  return `memory of ${used.size} pods: ${total.toFixed(0)} MB; the largest: ${list}`;
};

export const allReady = (): Promise<number> =>
  eventually(
    'all pods ready',
    async () => {
      const found = await longRunning();
      return found.length > 0 && found.every(isReady) && found.length;
    },
    300_000,
  );

/** The overlay's manifests, with images and migration jobs of `tag`, where one is given; not of the payment sandbox, whose books are in memory. */
const manifests = async (tag: string | undefined): Promise<string> => {
  const text = await kubectl(['kustomize', overlay]);
  return tag === undefined
    ? text
    : text.replace(
        /(image: quayside\/(?!payment-sandbox)\S+:|name: \S+-(?:migrate|initiate)-)dev$/gm,
        `$1${tag}`,
      );
};

/** Applies the overlay, unless it is there already, and waits until every pod is ready. */
export const apply = async ({
  already = false,
  tag,
}: {
  already?: boolean;
  tag?: string;
}): Promise<Outcome> => {
  const from = Date.now();
  if (!already) await kubectl(['apply', '-f', '-'], { timeoutMs: 120_000, input: await manifests(tag) });
  const count = await allReady();
  const took = ((Date.now() - from) / 1000).toFixed(0);
  return {
    ok: true,
    lines: [already ? `${count} pods are ready` : `from apply to ${count} pods ready: ${took} s`],
  };
};
