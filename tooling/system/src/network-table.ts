import { commands } from './commands.ts';
import { edges } from './kubernetes/edges.ts';
import type { Process } from './process.ts';
import { processes } from './processes.ts';
import { reachedBy } from './reached-by.ts';

const titles: Readonly<Record<string, string>> = {
  postgres: 'PostgreSQL',
  mongodb: 'MongoDB',
  redis: 'Redis',
  kafka: 'Kafka',
  mail: 'the mail server',
  payment: 'the payment company',
};

const listed = (names: Iterable<string>) => [...new Set(names)].join(', ');
const isDeployed = ({ process }: { process: Process }) => process.kind !== 'stand-in';

/** Who may talk to whom in a cluster, as a Markdown table. */
export const networkTable = (): string => {
  const open = processes.filter(({ isPublic }: Process) => isPublic);
  const [ours, ofDemo] = [false, true].map((isStandIn) =>
    listed(
      open
        .filter(({ kind }: Process) => (kind === 'stand-in') === isStandIn)
        .map(({ name, port }) => `${name} ${port}`),
    ),
  );
  const targets = [...Map.groupBy(edges, ({ to, port }) => `${to.name} ${port}`)];
  const calls = Map.groupBy(targets, ([, callers]) => listed(callers.map(({ from }) => from.name)));
  const deployed = commands.filter((command) => isDeployed(command) && !command.isByHand);
  const clients = Object.keys(titles).map(
    (what) =>
      [
        listed(deployed.filter((command) => reachedBy(command).includes(what)).map(({ name }) => name)),
        titles[what],
      ] as const,
  );
  const rows = [
    ['anyone', `${ours}; in the demo also ${ofDemo}`],
    ...[...calls].map(([callers, called]) => [callers, listed(called.map(([to]) => to))]),
    ...clients,
    ['all', 'DNS of `kube-system`'],
  ];
  return ['| from | to |', '| --- | --- |', ...rows.map(([from, to]) => `| ${from} | ${to} |`)].join('\n');
};
