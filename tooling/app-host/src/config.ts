import { z } from 'zod';

import { HostError } from './host-error.ts';

/** Not `z.url()`: MongoDB's may name several hosts. */
const urlOf = (...protocols: string[]) =>
  z
    .string()
    .refine((url) => protocols.some((protocol) => url.startsWith(`${protocol}://`) && !/\s/.test(url)), {
      message: `must start with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
    })
    .optional();

const schema = z.object({
  POSTGRES_URL: urlOf('postgres', 'postgresql'),
  REDIS_URL: urlOf('redis', 'rediss'),
  MONGODB_URL: urlOf('mongodb', 'mongodb+srv'),
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d{1,5}(,[^\s,:]+:\d{1,5})*$/, 'must be host:port[,host:port]')
    .optional(),
  SMTP_URL: urlOf('smtp', 'smtps'),
  QUAYSIDE_TOOLS_DIR: z.string().optional(),
  HEAPS_OF_PODS: z.enum(['true', 'false'], { error: "must be 'true' or 'false'" }).optional(),
  NO_COLOR: z.string().optional(),
  npm_lifecycle_event: z.string().optional(),
});

export interface HostConfig {
  external: { postgres?: string; redis?: string; mongodb?: string; kafka?: string };
  smtpUrl: string | undefined;
  /** Where fetched programs are kept, for several checkouts to share; that of the checkout when absent. */
  toolsDir: string | undefined;
  noColour: boolean;
  /** Started by a package manager: then its end is ours too. */
  underPackageManager: boolean;
  /** What processes inherit. */
  inherited: NodeJS.ProcessEnv;
}

const wiringNames = ['POSTGRES_URL', 'REDIS_URL', 'MONGODB_URL', 'KAFKA_BROKERS', 'SMTP_URL', 'PORT', 'HOST'];

/**
 * Reads the environment once. An empty variable counts as absent.
 *
 * @throws HostError with one line for each variable that is wrong; values, which may hold passwords, are not shown
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): HostConfig {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')} is not valid: ${issue.message}`,
    );
    throw new HostError(lines.join('\n'));
  }
  const {
    QUAYSIDE_TOOLS_DIR,
    POSTGRES_URL,
    REDIS_URL,
    MONGODB_URL,
    KAFKA_BROKERS,
    SMTP_URL,
    NO_COLOR,
    npm_lifecycle_event,
  } = parsed.data;
  return {
    external: {
      ...(POSTGRES_URL && { postgres: POSTGRES_URL }),
      ...(REDIS_URL && { redis: REDIS_URL }),
      ...(MONGODB_URL && { mongodb: MONGODB_URL }),
      ...(KAFKA_BROKERS && { kafka: KAFKA_BROKERS }),
    },
    smtpUrl: SMTP_URL,
    toolsDir: QUAYSIDE_TOOLS_DIR,
    noColour: NO_COLOR !== undefined,
    underPackageManager: npm_lifecycle_event !== undefined,
    inherited: Object.fromEntries(
      Object.entries(present).filter(([name]) => !name.startsWith('npm_') && !wiringNames.includes(name)),
    ),
  };
}
