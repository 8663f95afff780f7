import kafkajs, { type LogEntry } from 'kafkajs';
import type { Logger } from '@quayside/runtime';

const { logLevel } = kafkajs;

// What kafkajs says while it mends things itself, or what the publisher and the consumer report themselves.
const routine =
  /^(Limiting retries for the idempotent producer|Pausing fetching|Resuming fetching|Stopped|Starting|Crash:|Response )/;

/**
 * Passes kafkajs's log on to pino one level lower than it says, because kafkajs calls each retried request an
 * ERROR. Lasting faults are reported by the publisher and the consumer.
 */
export const kafkajsLogCreator = (logger: Logger) => () => {
  const log = logger.child({ component: 'kafkajs' });
  return ({ level, namespace, log: { message, timestamp: _, logger: __, ...extra } }: LogEntry): void => {
    if (routine.test(message) || level > logLevel.WARN) log.debug({ namespace, ...extra }, message);
    else if (level === logLevel.ERROR) log.warn({ namespace, ...extra }, message);
    else log.info({ namespace, ...extra }, message);
  };
};
