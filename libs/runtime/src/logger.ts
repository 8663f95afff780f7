import { pino, type DestinationStream, type Logger } from 'pino';
import { currentCorrelationId, currentSpanId, currentTraceId } from './telemetry.ts';

export type { Logger };

/** pino-pretty is for developers; where it is not installed, lines stay JSON. */
const canBePretty = (): boolean => {
  try {
    return Boolean(import.meta.resolve('pino-pretty'));
  } catch {
    return false;
  }
};

/** Never written, wherever in a logged object they stand one level deep. */
const secrets = [
  'password',
  'authorization',
  'cookie',
  'token',
  'paymentToken',
  'secret',
  'cardNumber',
  'cvc',
];

/**
 * A pino logger whose lines carry `service`, and `traceId`, `spanId`, `correlationId` of the current span.
 * ERROR means that someone must act; WARN that something was mended; INFO a change of state; DEBUG the rest.
 */
export const createLogger = (
  options: { service: string; level?: string; format?: 'json' | 'pretty' },
  destination?: DestinationStream,
): Logger => {
  const settings = {
    level: options.level ?? 'info',
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    mixin: () => {
      const spanId = currentSpanId();
      return spanId ? { traceId: currentTraceId(), spanId, correlationId: currentCorrelationId() } : {};
    },
  };
  if (destination) return pino(settings, destination);
  if (options.format !== 'pretty' || !canBePretty()) return pino(settings);
  const { formatters: _, ...plain } = settings;
  return pino({ ...plain, transport: { target: 'pino-pretty', options: { ignore: 'service,spanId' } } });
};
