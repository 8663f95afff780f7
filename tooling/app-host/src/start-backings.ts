import { checkPrerequisites } from '@quayside/backing-services';
import type { BackingName, BackingUrls } from '@quayside/backing-services';

import { composeUrls, findCompose } from './compose.ts';
import type { LogStream } from './log-stream.ts';
import type { Ports } from './ports.ts';
import type { Supervised } from './supervise.ts';
import { superviseBacking } from './supervise-backing.ts';
import type { SupervisedBacking } from './supervise-backing.ts';

export interface BackingPlan {
  root: string;
  toolsDir: string;
  dataFolder: string;
  names: readonly BackingName[];
  ports: Ports;
  /** URLs from the environment, which go first. */
  external: Partial<Record<BackingName, string>>;
  /** Where Kafka has its clients come to, if not to its own port. */
  kafkaAdvertisedPort?: number;
  compose: boolean;
  /** Delete what the containers keep. */
  reset: boolean;
  inherited: NodeJS.ProcessEnv;
  logs: LogStream;
  signal: AbortSignal;
}

export interface Backings {
  urls: BackingUrls;
  /** Those that run as our own processes. */
  supervised: ReadonlyMap<BackingName, Supervised>;
  stop(deadlineMs?: number): Promise<void>;
}

/**
 * Brings up the backing services: each one from the URL in the environment, else from `compose.yaml` when asked or when
 * something is missing here to run it, else as a native process.
 *
 * @throws HostError, or a BackingError, whose message says what to mend; nothing is left running then
 */
export async function startBackings(plan: BackingPlan): Promise<Backings> {
  const { names, ports, logs, signal, toolsDir } = plan;
  const missing = plan.compose
    ? []
    : await checkPrerequisites({ toolsDir, only: names, external: plan.external });
  const ours = names.filter((name) => !plan.external[name]);
  const compose =
    (plan.compose || missing.length > 0) && ours.length > 0
      ? await findCompose({
          ...{ root: plan.root, ports, inherited: plan.inherited, log: logs.of('host'), signal },
          missing,
        })
      : undefined;
  if (plan.reset) await compose?.reset();
  await compose?.up(ours);
  const external = { ...(compose ? composeUrls(ports) : {}), ...plan.external };

  const started: SupervisedBacking[] = [];
  const stop = async (deadlineMs?: number) => {
    await Promise.all(started.map(({ supervised }) => supervised?.stop(deadlineMs)));
    await compose?.stop();
  };
  const outcomes = await Promise.allSettled(
    names.map(async (name) => {
      const justStarted = compose ? ours : [];
      const options = {
        ...{ dataDir: plan.dataFolder, toolsDir, ports, external, justStarted, signal },
        ...(plan.kafkaAdvertisedPort && { kafkaAdvertisedPort: plan.kafkaAdvertisedPort }),
      };
      started.push(await superviseBacking(name, options, logs.of(name)));
    }),
  );
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const urlOf = (name: BackingName) => started.find((backing) => backing.name === name)?.url ?? '';
  return {
    urls: {
      postgres: urlOf('postgres'),
      redis: urlOf('redis'),
      mongodb: urlOf('mongodb'),
      kafka: urlOf('kafka'),
    },
    supervised: new Map(
      names.flatMap((name) => {
        const one = started.find((backing) => backing.name === name)?.supervised;
        return one ? [[name, one] as const] : [];
      }),
    ),
    stop,
  };
}
