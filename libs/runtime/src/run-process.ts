import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import { ConfigError, loadConfig, type ProcessConfig } from './config.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { startTelemetry } from './telemetry.ts';

export interface ProcessContext<Config> {
  config: Config;
  logger: Logger;
  lifecycle: Lifecycle;
  metrics: Metrics;
}

const strayHandleMs = 500;

/** EX_CONFIG of sysexits.h. */
const configFault = 78;

/** Loads the configuration or ends the process with one message that lists every fault and its mend. */
const configOrExit = <S extends z.ZodObject>(service: string, schema: S): z.infer<S> => {
  try {
    return loadConfig(schema);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${service} cannot start. ${error.message}\n`);
    process.exit(configFault);
  }
};

/**
 * The frame of every entry file: configuration, logger, telemetry, signals, ordered stop.
 *
 * `start` builds the parts, adds them to the lifecycle, and returns once they are started. A long-running part
 * keeps the process alive; a job (migration) simply returns, and the process ends. An unexpected fault anywhere
 * is logged and stops the process with exit code 1, for its supervisor to start it again.
 */
export const runProcess = <S extends z.ZodObject>(
  service: string,
  schema: S,
  start: (context: ProcessContext<z.infer<S>>) => Promise<void>,
): void => {
  const config = configOrExit(service, schema);
  const settings = config as Partial<ProcessConfig>;
  const logger = createLogger({
    service,
    ...(settings.LOG_LEVEL && { level: settings.LOG_LEVEL }),
    ...(settings.LOG_FORMAT && { format: settings.LOG_FORMAT }),
  });
  const lifecycle = createLifecycle({ logger });
  const telemetry = startTelemetry({ service, endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT });
  lifecycle.add('telemetry', telemetry);

  const fail = (error: unknown, message: string): void => {
    logger.fatal({ err: error }, message);
    process.exitCode = 1;
    void lifecycle.stop('fault').then(() => process.exit(1));
  };
  process.on('uncaughtException', (error) => fail(error, 'uncaught exception'));
  process.on('unhandledRejection', (error) => fail(error, 'unhandled rejection'));
  const drainAndStop = async (signal: string): Promise<void> => {
    lifecycle.health.setDraining();
    await pause(settings.DRAIN_MS ?? 0);
    await lifecycle.stop(signal);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // All is closed then, and the process ends by itself; a library's stray handle does not keep it.
      void drainAndStop(signal).then(() => setTimeout(() => process.exit(), strayHandleMs).unref());
    });
  }

  start({ config, logger, lifecycle, metrics: createMetrics(service) }).catch((error: unknown) =>
    fail(error, 'could not start'),
  );
};
