import { ConfigError, loadConfig } from '@quayside/runtime';
import type { z } from 'zod';
import type { Environment } from './environment.ts';

/** What Node.js, the container runtime and Next.js read beside the process's own schema. */
const platform = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'HOSTNAME'];

/** How the variables of a container differ from what its process reads; empty if they fit. */
export const variableFaults = ({ variables, usedInOthers }: Environment, schema: z.ZodObject): string[] => {
  const known = Object.keys(schema.shape);
  const unknown = [...variables.keys()].filter(
    (name) => !known.includes(name) && !usedInOthers.has(name) && !platform.includes(name),
  );
  const given = Object.fromEntries([...variables].filter(([name, value]) => known.includes(name) && value));
  const parsed = schema.safeParse(given);
  return [
    ...unknown.map((name) => `the process does not know ${name}`),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => {
      const name = path.join('.');
      return variables.has(name) ? `${name} is not valid: ${message}` : `${name} is missing`;
    }),
  ];
};

/** What keeps the process from starting with values that fit its schema, such as a secret that everybody knows. */
export const refusedValues = ({ variables }: Environment, schema: z.ZodObject): readonly string[] => {
  const given = Object.fromEntries([...variables].filter(([, value]) => value));
  if (!schema.safeParse(given).success) return [];
  try {
    loadConfig(schema, given);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};
