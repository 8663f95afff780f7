import { createService, type Clock, type ServiceDefinition } from '@quayside/chassis';
import { createLifecycle, createMetrics, loadConfig } from '@quayside/runtime';
import type { z } from 'zod';
import { captureLogs } from './capture-logs.ts';
import { waitUntil } from './wait-until.ts';

/**
 * A service as production builds it, with a log that can be looked at. Nothing is started: `start` begins all but the
 * HTTP server, `listen` opens that on a port of its own.
 */
export const testService = <S extends z.ZodObject, Access, Tx, Overrides extends object, Exposed>(
  definition: ServiceDefinition<S, Access, Tx, Overrides, Exposed>,
  env: Record<string, string>,
  {
    logs = captureLogs(),
    ...overrides
  }: Partial<Overrides> & {
    now?: Clock;
    logs?: ReturnType<typeof captureLogs>;
  } = {},
) => {
  const config = loadConfig(definition.config, { NODE_ENV: 'test', PORT: '0', ...env });
  const { logger, lines } = logs;
  const lifecycle = createLifecycle({ logger });
  const context = { config, logger, lifecycle, metrics: createMetrics(definition.name) };
  const service = createService(definition, context, overrides as Partial<Overrides>);
  return {
    ...service,
    config,
    lines,
    health: lifecycle.health,
    listen: async () => {
      const { port } = await service.listen();
      return { port, url: `http://127.0.0.1:${port}` };
    },
    ready: () =>
      waitUntil(async () => (await lifecycle.health.readiness()).ready, {
        timeoutMs: 60_000,
        describe: `${definition.name} to be ready`,
      }),
    stop: () => lifecycle.stop('end of test'),
  };
};

export interface TestService {
  start(): Promise<void>;
  listen(): Promise<{ port: number; url: string }>;
  ready(): Promise<unknown>;
  stop(): Promise<void>;
}
