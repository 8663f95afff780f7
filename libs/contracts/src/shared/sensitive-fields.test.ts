import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { apis } from '../apis.ts';
import type { Audience, RouteDefinition } from './route.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;
const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

/** Names of all fields of a schema, at any depth. */
const fieldsOf = (schema: z.ZodType, io: 'input' | 'output'): Set<string> => {
  const found = new Set<string>();
  const whole = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const seen = new Set<JsonSchema>();
  const walk = (part: unknown): void => {
    if (!isSchema(part) || seen.has(part)) return;
    seen.add(part);
    if (part.$ref) walk(whole.$defs?.[part.$ref.split('/').at(-1) ?? '']);
    for (const [name, field] of Object.entries(part.properties ?? {})) {
      found.add(name);
      walk(field);
    }
    for (const one of [part.anyOf, part.oneOf, part.allOf, part.prefixItems].flat()) walk(one);
    walk(part.items);
    walk(part.additionalProperties);
  };
  walk(whole);
  return found;
};

/** What says something of a person, lets somebody in, or is the shop's own business. */
const sensitive =
  /^(e-?mail|password|newPassword|phone|street2?|postalCode|city|company|shippingAddress|formerAddresses|address(es)?|buyer|roles|scopes|secret|qr|recoveryCodes|link|isDisabled|spend|revenue|refundLimit|refundable|ledger|figures|onHand|reserved|lowThreshold|maxUses|maxUsesPerCustomer|device|session|payload|before|after|staff|customer|tracking|taxClasses|shippingZones|endpoint|auth|p256dh)$/i;

const routes = Object.values(apis).flatMap((api) => Object.values<RouteDefinition>(api.routes));
const access = new Map<string, { read: Set<Audience>; written: Set<Audience> }>();
const note = (field: string, how: 'read' | 'written', audience: Audience): void => {
  if (!sensitive.test(field)) return;
  const known = access.get(field) ?? { read: new Set(), written: new Set() };
  known[how].add(audience);
  access.set(field, known);
};
for (const { audience, answers, body } of routes) {
  for (const { schema } of Object.values(answers))
    if (schema) for (const field of fieldsOf(schema, 'output')) note(field, 'read', audience);
  if (body) for (const field of fieldsOf(body, 'input')) note(field, 'written', audience);
}

const order: readonly Audience[] = [
  'public',
  'shopper',
  'user',
  'support',
  'merchandiser',
  'admin',
  'gateway',
  'service',
];
const inWords = (audiences: Set<Audience>): string =>
  order
    .filter((audience) => audiences.has(audience))
    .map((audience) => `\`${audience}\``)
    .join(', ') || 'nobody';

test('docs/security-rules.md says of every sensitive field who reads and who writes it', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/security-rules.md'), 'utf8');
  const [, after = ''] = page.split('\n### Fields\n');
  const rows = [...(after.split('\n## ')[0] ?? '').matchAll(/^\| (`[^|]+`) +\| ([^|]+?) +\| ([^|]+?) +\|/gm)];
  const documented = rows.flatMap(([, fields = '', read, written]) =>
    [...fields.matchAll(/`(\w+)`/g)].map(([, field]) => `${field}: ${read} / ${written}`),
  );
  const defined = [...access].map(
    ([field, { read, written }]) => `${field}: ${inWords(read)} / ${inWords(written)}`,
  );
  expect(documented.sort()).toEqual(defined.sort());
});
