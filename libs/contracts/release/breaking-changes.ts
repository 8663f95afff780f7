import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from './event-schemas.ts';

/**
 * What a reader of the released schema could stumble over in the current one: a field that is gone, has another
 * type or bounds, became required or optional, or is new and required. New optional fields are none of these.
 */
export const breakingChanges = (released: JsonSchema, current: JsonSchema): string[] =>
  compare({ schema: released, root: released }, { schema: current, root: current }, 'data');

interface Place {
  schema: unknown;
  root: JsonSchema;
}

/** Words for people and for look-up; they constrain nothing. */
const silent = new Set(['$schema', '$id', '$defs', 'id', 'title', 'description', 'examples']);

const compare = (before: Place, after: Place, path: string): string[] => {
  const [old, now] = [resolve(before), resolve(after)];
  if (!isObject(old) || !isObject(now)) return isDeepStrictEqual(old, now) ? [] : [`${path} changed`];
  const keywords = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (word) => !silent.has(word),
  );
  return keywords.flatMap((keyword) => {
    const [oldPart, nowPart] = [
      { schema: old[keyword], root: before.root },
      { schema: now[keyword], root: after.root },
    ];
    if (keyword === 'properties') return compareProperties(oldPart, nowPart, path);
    if (keyword === 'required') return compareRequired(oldPart.schema, nowPart.schema, path);
    if (keyword === 'items') return compare(oldPart, nowPart, `${path}[]`);
    if (Array.isArray(oldPart.schema) && Array.isArray(nowPart.schema) && oldPart.schema.some(isObject)) {
      return compareAlternatives(oldPart, nowPart, `${path} (${keyword})`);
    }
    return isDeepStrictEqual(oldPart.schema, nowPart.schema) ? [] : [`${path}: ${keyword} changed`];
  });
};

const compareProperties = (before: Place, after: Place, path: string): string[] => {
  const [old, now] = [before.schema ?? {}, after.schema ?? {}] as [JsonSchema, JsonSchema];
  return Object.keys(old).flatMap((name) => {
    if (!(name in now)) return [`${path}.${name} is gone`];
    const part = (place: Place, schema: unknown): Place => ({ schema, root: place.root });
    return compare(part(before, old[name]), part(after, now[name]), `${path}.${name}`);
  });
};

const compareRequired = (before: unknown, after: unknown, path: string): string[] => {
  const [old, now] = [before ?? [], after ?? []] as [string[], string[]];
  return [
    ...now.filter((name) => !old.includes(name)).map((name) => `${path}.${name} is required now`),
    ...old.filter((name) => !now.includes(name)).map((name) => `${path}.${name} is not required any more`),
  ];
};

const compareAlternatives = (before: Place, after: Place, path: string): string[] => {
  const [old, now] = [before.schema, after.schema] as [unknown[], unknown[]];
  if (old.length !== now.length) return [`${path} changed`];
  return old.flatMap((schema, at) =>
    compare({ schema, root: before.root }, { schema: now[at], root: after.root }, `${path}[${at}]`),
  );
};

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Follows a `$ref` such as `#/$defs/Money`, so that moving a part into a shared schema changes nothing. */
const resolve = ({ schema, root }: Place): unknown => {
  if (!isObject(schema) || typeof schema['$ref'] !== 'string') return schema;
  const steps = schema['$ref'].split('/').slice(1);
  return steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), root);
};
