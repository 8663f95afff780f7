import { z } from 'zod';

interface SecretRules {
  /** In production; a secret that we make ourselves has 128 bits and more. */
  readonly minLength: number;
  /** Several by comma, each of which has to be good. */
  readonly isList: boolean;
}

const secrets = z.registry<SecretRules>();
const urls = z.registry<{ mayHoldPassword: true }>();

/**
 * A secret: what it is, and in production what it may not be: a default, a placeholder, one of a demo, too short or too
 * simple. In development and tests it only has to be there.
 *
 * @param options.minLength of one that somebody else made
 * @example
 * COOKIE_KEYS: secretField('keys that sign cookies, the newest first, by comma', { isList: true }),
 */
export const secretField = (description: string, options: Partial<SecretRules> = {}) =>
  z
    .string()
    .describe(description)
    .register(secrets, { minLength: 32, isList: false, ...options });

/** Marks a URL, the password in which may not be a placeholder in production. */
export const markUrl = <T extends z.ZodType>(field: T): T => {
  urls.add(field, { mayHoldPassword: true });
  return field;
};

/** What a field wraps, as `.default()` and `.optional()` do; itself first. */
export const layersOf = (field: unknown): z.ZodType[] =>
  field instanceof z.ZodType
    ? [field, ...layersOf('innerType' in field.def ? field.def.innerType : undefined)]
    : [];

const placeholder =
  /(^|[^a-z0-9])(change[-_ ]?(me|it|this)|placeholder|replace[-_ ]?(me|this)|example|todo|your[-_ ]?secret|secret|password|passw0rd|letmein)([^a-z0-9]|$)/i;
const knownPrefix = /^(dev|demo|test|sample|default|local)[-_]/i;
const fewestCharacters = 8;

const faultOf = (secret: string, minLength: number): string | undefined => {
  if (knownPrefix.test(secret)) return 'is one for development or a demo, which everybody knows';
  if (placeholder.test(secret)) return 'is a placeholder';
  if (secret.length < minLength) return `is too short: ${minLength} characters at least`;
  return new Set(secret).size < Math.min(fewestCharacters, minLength)
    ? 'is made of too few different characters'
    : undefined;
};

const make = 'make one by: openssl rand -hex 32';

const faultsOfSecret = (rules: SecretRules, value: string | undefined, hasDefault: boolean): string[] => {
  if (value === undefined) {
    return hasDefault ? [`is missing, and the default is for development; ${make}`] : [];
  }
  const parts = rules.isList ? value.split(',').map((part) => part.trim()) : [value];
  return parts.flatMap((part, at) => {
    const fault = faultOf(part, rules.minLength);
    if (!fault) return [];
    return [`${parts.length > 1 ? `(number ${at + 1} of ${parts.length}) ` : ''}${fault}; ${make}`];
  });
};

const isThisMachine = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);

/** URLs with several hosts, as MongoDB's, are none to `URL`: the password is looked for by its place. */
const faultsOfUrl = (value: string | undefined): string[] => {
  const [, credentials, hosts = ''] = /^[a-z+]+:\/\/(?:([^@/]*)@)?([^/?]*)/i.exec(value ?? '') ?? [];
  const password = credentials?.split(':').slice(1).join(':');
  if (!password || hosts.split(',').every((host) => isThisMachine(host.replace(/:\d+$/, '')))) return [];
  const fault = faultOf(password, 1);
  return fault ? [`holds a password that ${fault}; give the user one of your own`] : [];
};

/** What is wrong with the secrets of a production, by variable: never with a value. */
export const secretFaults = (
  shape: Readonly<Record<string, unknown>>,
  present: Readonly<Record<string, string | undefined>>,
): { name: string; fault: string }[] =>
  Object.entries(shape).flatMap(([name, field]) => {
    const layers = layersOf(field);
    const rules = layers.map((layer) => secrets.get(layer)).find((found) => found !== undefined);
    const hasDefault = layers.some(({ def }) => def.type === 'default');
    const isUrl = layers.some((layer) => urls.has(layer));
    const faults = rules
      ? faultsOfSecret(rules, present[name], hasDefault)
      : isUrl
        ? faultsOfUrl(present[name])
        : [];
    return faults.map((fault) => ({ name, fault }));
  });
