import { eventually } from '../../src/control.ts';
import { allRolledOut, isReady, kubectl, kubectlJson, longRunning, pods, rolledOut } from '../kubectl.ts';
import type { Context, Step } from '../step.ts';
import { underLoad, unnoticed } from '../under-load.ts';
import { allReady } from './apply.ts';

interface Named {
  metadata: { name: string };
}
interface Volume {
  spec: { template: { spec: unknown } };
}

/** Gives a Deployment another generated ConfigMap or Secret in place of the one it uses, as an apply does. */
const swapReference = async (deployment: string, from: string, to: string): Promise<void> => {
  const found = await kubectlJson<Volume>(['get', 'deployment', deployment]);
  const template = JSON.parse(
    JSON.stringify(found.spec.template).replaceAll(`"${from}"`, `"${to}"`),
  ) as object;
  await kubectl([
    'patch',
    'deployment',
    deployment,
    '--type=merge',
    '-p',
    JSON.stringify({ spec: { template } }),
  ]);
};

const latest = async (kind: 'configmap' | 'secret', prefix: string) => {
  const { items } = await kubectlJson<{ items: (Named & { data: Record<string, string> })[] }>([
    'get',
    kind,
    '--sort-by=.metadata.creationTimestamp',
  ]);
  const found = items.findLast(({ metadata }) => metadata.name.startsWith(`${prefix}-`));
  if (!found) throw new Error(`there is no ${kind} ${prefix}-…`);
  return found;
};

const copyOf = async (
  kind: 'ConfigMap' | 'Secret',
  prefix: string,
  change: (data: Record<string, string>) => void,
) => {
  const { metadata, data } = await latest(kind === 'Secret' ? 'secret' : 'configmap', prefix);
  change(data);
  const name = `${prefix}-cluster-test`;
  const manifest = { apiVersion: 'v1', kind, metadata: { name }, data };
  await kubectl(['apply', '-f', '-'], { input: JSON.stringify(manifest) });
  return { from: metadata.name, to: name };
};

const changeConfigMap = async ({ say }: Context): Promise<void> => {
  const { from, to } = await copyOf('ConfigMap', 'settings', (data) => {
    data['LOG_LEVEL'] = 'warn';
  });
  await swapReference('catalog', from, to);
  await rolledOut('deployment/catalog');
  const pod = (await pods('app.kubernetes.io/name=catalog')).find(isReady);
  const level = await kubectl(['exec', pod?.metadata.name ?? '', '--', 'printenv', 'LOG_LEVEL']);
  if (level.trim() !== 'warn') throw new Error(`catalog still has LOG_LEVEL=${level.trim()}`);
  say('catalog rolled to LOG_LEVEL=warn');
  await swapReference('catalog', to, from);
  await rolledOut('deployment/catalog');
  await kubectl(['delete', 'configmap', to]);
};

/** The cookie keys of Identity take a new one in front of the old, as docs/operations.md says. */
const rotateSecret = async ({ say }: Context): Promise<void> => {
  const { from, to } = await copyOf('Secret', 'identity-keys', (data) => {
    const old = Buffer.from(data['COOKIE_KEYS'] ?? '', 'base64').toString();
    data['COOKIE_KEYS'] = Buffer.from(`${crypto.randomUUID()},${old}`).toString('base64');
  });
  await swapReference('identity', from, to);
  await rolledOut('deployment/identity');
  say('identity rolled to new COOKIE_KEYS');
  await swapReference('identity', to, from);
  await rolledOut('deployment/identity');
  await kubectl(['delete', 'secret', to]);
};

/** A ConfigMap changed and a Secret rotated under load, nobody notices. */
export const configurationChanged: Step = async (context) => {
  const measured = await underLoad(context, async () => {
    await changeConfigMap(context);
    await rotateSecret(context);
  });
  return unnoticed(measured, ['settings (catalog) and identity-keys changed and back']);
};

/** Drains the node that runs the gateway and takes it back. On a cluster of one node this is an outage by nature. */
export const nodeDrained: Step = async ({ say }) => {
  const [gateway] = await pods('app.kubernetes.io/name=gateway');
  const node = gateway?.spec.nodeName ?? '';
  const nodes = (await kubectlJson<{ items: Named[] }>(['get', 'nodes'])).items.length;
  const lines: string[] = [];
  const flags = [
    '--ignore-daemonsets',
    '--delete-emptydir-data',
    '--pod-selector=app.kubernetes.io/part-of=quayside',
  ];
  try {
    const polite = await kubectl(['drain', node, ...flags, '--timeout=30s'], { timeoutMs: 60_000 }).then(
      () => 'done',
      (error: unknown) => (error as Error).message,
    );
    const refusals = new Set(polite.match(/disruption budget/g));
    const left = (await longRunning())
      .filter(isReady)
      .map(({ metadata }) => metadata.labels['app.kubernetes.io/name']);
    lines.push(
      `drain of ${node} (${nodes} node${nodes > 1 ? 's' : ''}), 30 s: ${polite === 'done' ? 'done' : 'not done'}` +
        `${refusals.size > 0 ? ', disruption budgets hold back the last pod of each process' : ''}`,
      `still ready: ${left.length} pods (${[...new Set(left)].join(', ')})`,
    );
    say(lines.join('; '));
    if (polite !== 'done') {
      await kubectl(['drain', node, ...flags, '--disable-eviction', '--timeout=90s'], { timeoutMs: 120_000 });
      lines.push('drain --disable-eviction: done');
    }
  } finally {
    await kubectl(['uncordon', node]);
  }
  const from = Date.now();
  await eventually('all pods back', async () => (await allReady()) > 0, 180_000);
  await allRolledOut();
  lines.push(`uncordoned: all ready after ${((Date.now() - from) / 1000).toFixed(0)} s`);
  return { ok: true, lines };
};
