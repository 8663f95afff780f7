import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { asyncApiDocument } from './async-api.ts';
import { listeners } from './listeners.ts';
import { publishedEvents } from './published-events.ts';

const events = Object.values(publishedEvents).flat();
const document = asyncApiDocument() as {
  channels: Record<string, { messages: object }>;
  operations: Record<string, { action: string; messages: { $ref: string }[] }>;
  components: { messages: Record<string, { payload: object; examples: { payload: unknown }[] }> };
};

const resolve = (ref: string): unknown =>
  ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);

const referencesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' ? [String(part)] : referencesIn(part),
  );
};

describe('the AsyncAPI document', () => {
  test('is AsyncAPI 3.0 by the specification’s own schema', () => {
    // Not imported: the compiler would make a type of all of it, which takes minutes and gigabytes.
    const path = createRequire(import.meta.url).resolve('@asyncapi/specs/schemas/3.0.0.json');
    const specification = JSON.parse(readFileSync(path, 'utf8')) as object;
    const ajv = new Ajv({ strict: false, meta: false, unicodeRegExp: false });
    addFormats.default(ajv);
    const isValid = ajv.compile(specification);
    isValid(document);
    expect(isValid.errors ?? []).toEqual([]);
  });

  test('points nowhere but into itself', () => {
    const references = referencesIn(document);
    expect(references.length).toBeGreaterThan(events.length);
    expect(references.filter((ref) => resolve(ref) === undefined)).toEqual([]);
  });

  test('says of every event who sends it and who receives it', () => {
    const named = (action: string) =>
      Object.values(document.operations)
        .filter((operation) => operation.action === action)
        .flatMap(({ messages }) => messages.map(({ $ref }) => $ref.split('/').at(-1)));
    expect(named('send').sort()).toEqual(events.map(({ type }) => type.replace('quayside.', '')).sort());
    expect(named('receive').sort()).toEqual(
      Object.values(listeners)
        .flat()
        .map(({ event }) => event.type.replace('quayside.', ''))
        .sort(),
    );
  });
});

test.each(events.map((event) => [event.type, event] as const))('%s has a true example', (_type, event) => {
  expect(event.summary).toMatch(/\w/);
  expect(event.subject).toBeDefined();
  expect(event.data.safeParse(event.example).error?.issues ?? []).toEqual([]);
});

test('says of an event that will go what is told beside it, in the same topic', () => {
  const going = events.filter(({ deprecated }) => deprecated);
  expect(going.map(({ type }) => type)).toContain('quayside.marketing.campaign-changed.v1');
  for (const { type, topic, deprecated } of going) {
    expect(events.find((event) => event.type === deprecated?.successor)?.topic).toBe(topic);
    expect(document.components.messages[type.replace('quayside.', '')]).toMatchObject({
      description: expect.stringContaining(`${deprecated?.successor} is told beside it`),
      'x-deprecated': deprecated,
    });
  }
});
