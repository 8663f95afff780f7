import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { HostError } from './host-error.ts';
import type { ProcessLog } from './log-stream.ts';
import type { Ports } from './ports.ts';

export interface Compose {
  up(): Promise<void>;
  stop(): Promise<void>;
  /** Stops and deletes the volumes. */
  reset(): Promise<void>;
}

const engines = [
  ['docker', 'compose'],
  ['podman', 'compose'],
] as const;

/**
 * Steers the backing services of `compose.yaml`.
 *
 * @throws HostError when there is no engine that can run it
 */
export async function findCompose(
  root: string,
  ports: Ports,
  inherited: NodeJS.ProcessEnv,
  log: ProcessLog,
): Promise<Compose> {
  const run = promisify(execFile);
  const project = `quayside-${ports.postgres}`;
  const env = {
    ...inherited,
    QUAYSIDE_POSTGRES_PORT: String(ports.postgres),
    QUAYSIDE_REDIS_PORT: String(ports.redis),
    QUAYSIDE_MONGODB_PORT: String(ports.mongodb),
    QUAYSIDE_KAFKA_PORT: String(ports.kafka),
    QUAYSIDE_SMTP_PORT: String(ports.smtp),
    QUAYSIDE_MAIL_PORT: String(ports.mail),
  };
  for (const [engine, subcommand] of engines) {
    const works = await run(engine, [subcommand, 'version']).then(
      () => true,
      () => false,
    );
    if (!works) continue;
    const compose = async (...args: string[]) => {
      log.info(`${engine} ${subcommand} ${args.join(' ')}`);
      try {
        await run(engine, [subcommand, '--project-name', project, ...args], {
          cwd: root,
          env,
          timeout: 900_000,
        });
      } catch (error) {
        const reason =
          (error as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? (error as Error).message;
        throw new HostError(`${engine} ${subcommand} ${args[0]} failed: ${reason}`, { cause: error });
      }
    };
    return {
      up: () => compose('up', '--detach', '--wait'),
      stop: () => compose('stop'),
      reset: () => compose('down', '--volumes'),
    };
  }
  throw new HostError(
    '--compose needs "docker compose" or "podman compose": install one, or leave the option out to run natively',
  );
}

/** Where the services of `compose.yaml` answer. */
export function composeUrls(ports: Ports): {
  postgres: string;
  redis: string;
  mongodb: string;
  kafka: string;
} {
  return {
    postgres: `postgres://quayside:quayside@127.0.0.1:${ports.postgres}/postgres`,
    redis: `redis://127.0.0.1:${ports.redis}`,
    mongodb: `mongodb://127.0.0.1:${ports.mongodb}/?replicaSet=rs0`,
    kafka: `127.0.0.1:${ports.kafka}`,
  };
}
