import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../src/control.ts';
import { isReady, kubectl, pods, rolledOut, type Pod } from '../kubectl.ts';
import type { Step } from '../step.ts';

interface Fault {
  name: string;
  deployment: string;
  /** As `kubectl set env` takes it; a trailing minus takes a variable away. */
  change: string;
  /** What the log has to say. */
  says: RegExp;
}

const faults: readonly Fault[] = [
  { name: 'missing variable', deployment: 'catalog', change: 'TOKEN_JWKS_URL-', says: /TOKEN_JWKS_URL/ },
  { name: 'wrong variable', deployment: 'basket', change: 'PORT=eighty', says: /PORT/ },
  {
    name: 'unreachable database',
    deployment: 'identity',
    change: 'DATABASE_URL=postgres://identity:demo-identity@nowhere.invalid:5432/identity',
    says: /database|postgres|ENOTFOUND|EAI_AGAIN/i,
  },
  {
    name: 'wrong password',
    deployment: 'marketing',
    change: 'DATABASE_URL=postgres://marketing:not-the-password@postgres:5432/marketing',
    says: /password/i,
  },
];

const logOf = (pod: string): Promise<string> =>
  kubectl(['logs', pod, '--tail=40'])
    .catch(() => '')
    .then(async (log) => log || kubectl(['logs', pod, '--tail=40', '--previous']).catch(() => ''));

const stateOf = ({ status }: Pod): string => {
  const container = status.containerStatuses?.[0];
  const ended = container?.lastState.terminated ?? container?.state.terminated;
  return [
    container?.ready ? 'READY' : 'not ready',
    container?.state.waiting?.reason ?? status.phase,
    ...(ended ? [`ended with ${ended.exitCode}`] : []),
    `${container?.restartCount ?? 0} restarts`,
  ].join(', ');
};

/** The lines an operator reads: a message that stands alone, and log lines of warnings and errors. */
const telling = (log: string, says: RegExp): string[] => {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const worth = lines.filter((line) => !line.startsWith('{') || /"level":"(warn|error|fatal)"/.test(line));
  const found = worth.filter((line) => says.test(line));
  return [...new Set((found.length > 0 ? found : worth).map((line) => line.slice(0, 400)))].slice(-2);
};

const show = async ({ name, deployment, change, says }: Fault): Promise<{ ok: boolean; lines: string[] }> => {
  const selector = `app.kubernetes.io/name=${deployment}`;
  const before = new Set((await pods(selector)).map(({ metadata }) => metadata.name));
  await kubectl(['set', 'env', `deployment/${deployment}`, change]);
  try {
    const fresh = async () => (await pods(selector)).find(({ metadata }) => !before.has(metadata.name));
    const log = await eventually(
      `a log of ${deployment} that says why`,
      async () => {
        const pod = await fresh();
        const text = pod ? await logOf(pod.metadata.name) : '';
        return says.test(telling(text, says).join('\n')) && text;
      },
      40_000,
    ).catch(async () => logOf((await fresh())?.metadata.name ?? ''));
    await pause(10_000);
    const pod = await fresh();
    const said = telling(log, says);
    const old = (await pods(selector)).filter((one) => before.has(one.metadata.name) && isReady(one)).length;
    return {
      ok: pod !== undefined && !isReady(pod) && old === before.size && said.some((line) => says.test(line)),
      lines: [
        `${name} (${deployment}, ${change}): ${pod ? stateOf(pod) : 'no new pod'}; ${old} of ${before.size} old pods serve`,
        ...said.map((line) => `  ${line}`),
      ],
    };
  } finally {
    await kubectl(['rollout', 'undo', `deployment/${deployment}`]);
    await rolledOut(`deployment/${deployment}`);
  }
};

/** What an operator sees of a mistake: a pod that is not ready, and a line that says why. */
export const faultyConfiguration: Step = async () => {
  const shown = [];
  for (const fault of faults) shown.push(await show(fault));
  return { ok: shown.every(({ ok }) => ok), lines: shown.flatMap(({ lines }) => lines) };
};
