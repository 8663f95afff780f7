import { z } from 'zod';

/** The environment does not fit the schema. `message` lists every fault with its mend; it never shows a value. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** A description may stand inside a default: `z.string().describe('…').default('…')`. */
const descriptionOf = (field: unknown): string | undefined => {
  if (!(field instanceof z.ZodType)) return undefined;
  const inner = 'innerType' in field.def ? field.def.innerType : undefined;
  return field.description ?? descriptionOf(inner);
};

/**
 * Parses an environment through `schema`. Empty variables count as absent, so `PORT=` takes the default.
 *
 * @throws {ConfigError} listing all faults at once.
 */
export const loadConfig = <S extends z.ZodObject>(
  schema: S,
  env: Record<string, string | undefined> = process.env,
): z.infer<S> => {
  const present = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const name = issue.path.join('.');
      const hint = descriptionOf(schema.shape[name]);
      const what = present[name] === undefined ? 'is missing' : `is not valid: ${issue.message}`;
      return `${name} ${what}${hint ? ` (${hint})` : ''}`;
    }),
  );
};

/** A whole number within bounds, for ports, seconds, sizes. */
export const integerField = (min: number, max: number, byDefault: number, description: string) =>
  z.coerce.number().int().min(min).max(max).default(byDefault).describe(description);

/** `true` or `false`; nothing else counts as either. */
export const booleanField = (byDefault: boolean, description: string) =>
  z
    .enum(['true', 'false'])
    .default(byDefault ? 'true' : 'false')
    .transform((flag) => flag === 'true')
    .describe(description);

/** A URL with one of the given protocols, without the colon: `['postgres', 'postgresql']`. */
export const serviceUrl = (protocols: readonly string[], description: string) =>
  z
    .url()
    .refine((url) => protocols.some((protocol) => url.startsWith(`${protocol}://`)), {
      message: `must start with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
    })
    .describe(description);

/** Host and port pairs by comma, as Kafka clients take them. */
export const brokersField = z
  .string()
  .regex(/^[^\s,:]+:\d{1,5}(,[^\s,:]+:\d{1,5})*$/, 'must be host:port[,host:port…]')
  .describe('Kafka bootstrap brokers, for example localhost:9092');

/** What every process reads; all there is for one that does its work and ends. */
export const jobConfig = {
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['json', 'pretty']).default('json'),
};

/** What every server reads. */
export const processConfig = {
  ...jobConfig,
  HOST: z.string().default('127.0.0.1').describe('address to listen on; 0.0.0.0 in a container'),
  PORT: z.coerce.number().int().min(0).max(65535).describe('port to listen on'),
  DRAIN_MS: integerField(
    0,
    5000,
    0,
    'time between SIGTERM and the stop in which the process still answers, not ready, and ends connections; longer than clients keep idle ones',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url()
    .optional()
    .describe('OTLP/HTTP endpoint for traces, for example http://localhost:4318'),
};
export type ProcessConfig = z.infer<z.ZodObject<typeof processConfig>>;
