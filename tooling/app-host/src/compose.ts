import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { backingTitles } from '@quayside/backing-services';
import type { BackingName, MissingPrerequisite } from '@quayside/backing-services';

import { findComposeEngine, lastWord } from './find-compose-engine.ts';
import type { ComposeEngine } from './find-compose-engine.ts';
import { HostError } from './host-error.ts';
import type { ProcessLog } from './log-stream.ts';
import type { Ports } from './ports.ts';

export interface Compose {
  up(names: readonly BackingName[]): Promise<void>;
  stop(): Promise<void>;
  /** Stops and deletes the volumes. */
  reset(): Promise<void>;
}

interface ComposeRun {
  root: string;
  ports: Ports;
  inherited: NodeJS.ProcessEnv;
  log: ProcessLog;
  signal: AbortSignal;
  /** Why processes of this machine cannot serve; empty when containers are asked for. */
  missing: readonly MissingPrerequisite[];
}

/** The first start fetches images. */
const patienceMs = 900_000;

/**
 * Steers the backing services of `compose.yaml`, with the first container engine that runs.
 *
 * @throws HostError when there is none: a line for each thing that is missing, and the choice there is
 */
export async function findCompose(options: ComposeRun): Promise<Compose> {
  const { missing, inherited, log } = options;
  const { found, ...none } = await findComposeEngine(inherited);
  if (found) {
    const name = [found.command, ...found.args].join(' ');
    const why = missing.map((one) => `${backingTitles[one.name]} needs ${one.missing}`).join(', ');
    if (why !== '') log.info(`${why}: taking containers instead, with ${name}`);
    return composeWith(found, options);
  }
  const why = 'faults' in none && none.faults.length > 0 ? `: ${none.faults.join('; ')}` : '';
  throw new HostError(
    missing.length > 0
      ? [
          ...missing.map(({ line }) => line),
          `Or have Docker or Podman run, with compose, and containers serve instead${why}`,
        ].join('\n')
      : `--compose needs Docker or Podman, running, with compose${why || ': install one'}; or leave the option out to run natively`,
  );
}

function composeWith({ command, args }: ComposeEngine, { root, ports, ...options }: ComposeRun): Compose {
  const { inherited, log, signal } = options;
  const project = `quayside-${ports.postgres}`;
  const env = {
    ...inherited,
    QUAYSIDE_POSTGRES_PORT: String(ports.postgres),
    QUAYSIDE_REDIS_PORT: String(ports.redis),
    QUAYSIDE_MONGODB_PORT: String(ports.mongodb),
    QUAYSIDE_KAFKA_PORT: String(ports.kafka),
  };
  const compose = async (action: readonly string[], until?: AbortSignal) => {
    const line = [...args, '--project-name', project, ...action];
    log.info([command, ...line].join(' '));
    try {
      await promisify(execFile)(command, line, {
        ...{ cwd: root, env, timeout: patienceMs, maxBuffer: 64 * 1024 * 1024 },
        ...(until && { signal: until }),
      });
    } catch (error) {
      until?.throwIfAborted();
      throw new HostError(`${[command, ...args, action[0]].join(' ')} failed: ${lastWord(error)}`, {
        cause: error,
      });
    }
  };
  const stop = () => compose(['stop']);
  return {
    async up(names) {
      try {
        await compose(['up', '--detach', ...names], signal);
      } catch (error) {
        await stop().catch(() => {}); // the first fault is the one to mend
        throw error;
      }
    },
    stop,
    reset: () => compose(['down', '--volumes']),
  };
}

/** Where the services of `compose.yaml` answer. */
export function composeUrls(ports: Ports): Record<BackingName, string> {
  return {
    postgres: `postgres://quayside:quayside@127.0.0.1:${ports.postgres}/postgres`,
    redis: `redis://127.0.0.1:${ports.redis}`,
    mongodb: `mongodb://127.0.0.1:${ports.mongodb}/?replicaSet=rs0`,
    kafka: `127.0.0.1:${ports.kafka}`,
  };
}
