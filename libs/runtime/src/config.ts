import { z } from 'zod';
import { layersOf, markUrl, secretFaults } from './secret-field.ts';

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
const descriptionOf = (field: unknown): string | undefined =>
  layersOf(field)
    .map(({ description }) => description)
    .find((description) => description !== undefined);

/** The word by which production starts with secrets that are public and fills itself with accounts that are. */
export const demoWord = 'everything-here-is-public';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is refused in production alone, and not by the word of a demo. */
const productionFaults = (shape: Readonly<Record<string, unknown>>, present: Environment) => {
  const isProduction = 'NODE_ENV' in shape && (present['NODE_ENV'] ?? 'production') === 'production';
  if (!isProduction || present['DEMO'] === demoWord) return [];
  const seed =
    present['SEED_DEMO_DATA'] === 'true'
      ? [
          {
            name: 'SEED_DEMO_DATA',
            fault: `makes accounts whose passwords everybody knows; DEMO=${demoWord} allows it`,
          },
        ]
      : [];
  return [...secretFaults(shape, present), ...seed];
};

/**
 * Parses an environment through `schema`. Empty variables count as absent, so `PORT=` takes the default. In production no
 * secret may be a default, a placeholder or too short, and no demo data is made, but where `DEMO` says that this is one.
 *
 * @throws {ConfigError} listing all faults at once.
 */
export const loadConfig = <S extends z.ZodObject>(schema: S, env: Environment = process.env): z.infer<S> => {
  const present = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const result = schema.safeParse(present);
  const invalid = (result.error?.issues ?? []).map((issue) => {
    const name = issue.path.join('.');
    return {
      name,
      fault: present[name] === undefined ? 'is missing' : `is not valid: ${issue.message}`,
    };
  });
  const faults = [...invalid, ...productionFaults(schema.shape, present)];
  if (result.success && faults.length === 0) return result.data;
  throw new ConfigError(
    faults.map(({ name, fault }) => {
      const hint = descriptionOf(schema.shape[name]);
      return `${name} ${fault}${hint ? ` (${hint})` : ''}`;
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
  markUrl(
    z
      .url()
      .refine((url) => protocols.some((protocol) => url.startsWith(`${protocol}://`)), {
        message: `must start with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
      })
      .describe(description),
  );

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
  DEMO: z
    .literal(demoWord)
    .optional()
    .describe(`${demoWord}: production starts with public secrets and makes demo data, for trying it out`),
};

/** What every server reads. */
export const processConfig = {
  ...jobConfig,
  BUILD_VERSION: z
    .string()
    .max(64)
    .default('unreleased')
    .describe('version of the image, which says it itself'),
  BUILD_REVISION: z.string().max(64).default('unknown').describe('commit that the image was built from'),
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
