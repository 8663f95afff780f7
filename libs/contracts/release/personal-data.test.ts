import { expect, test } from '@jest/globals';
import { daysOfTopics, publishedEvents } from '../src/index.ts';
import { eventSchemas, type JsonSchema } from './event-schemas.ts';

/**
 * Where an event may hold text of any kind, and what that is. Topics keep events for ever, so whoever adds a field here says
 * that nobody's name, e-mail address or street can be in it, nor anything that somebody wrote about an order.
 */
const freeTexts: Readonly<Record<string, string>> = {
  paymentToken: 'made by the payment company, good once',
  'lines[].name': 'of an item',
  'lines[].names.*': 'of an item',
  'names.*': 'of an item or a campaign',
  'headlines.*': 'of a campaign',
  'bodies.*': 'of a campaign',
  'texts.*.name': 'of a campaign',
  'texts.*.headline': 'of a campaign',
  'texts.*.body': 'of a campaign',
  'lines[].pictureUrl': 'of an item',
  code: 'a code of ours',
  coupon: 'a code of ours',
  'price.lines[].adjustments[].source.id': 'of a campaign',
  'price.lines[].adjustments[].source.name': 'of a campaign',
  'price.lines[].adjustments[].source.names.*': 'of a campaign',
  'price.lines[].taxes[].name': 'of a tax',
  'price.shipping.method': 'of the sales settings',
  'price.shipping.name': 'of the sales settings',
  'price.shipping.names.*': 'of the sales settings',
  'price.shipping.adjustments[].source.id': 'of a campaign',
  'price.shipping.adjustments[].source.name': 'of a campaign',
  'price.shipping.adjustments[].source.names.*': 'of a campaign',
  'price.shipping.taxes[].name': 'of a tax',
  sku: 'of an item',
  slug: 'of an item',
  'slugs.*': 'of an item',
  name: 'of an item or a campaign',
  'brand.slug': 'of a brand',
  'brand.name': 'of a brand',
  'type.slug': 'of a category',
  'type.name': 'of a category',
  taxClass: 'of the sales settings',
  pictureUrl: 'of an item',
  headline: 'of a campaign',
  body: 'of a campaign',
  typeSlug: 'of a category',
  shipmentId: 'made by us',
  causeId: 'made by us',
  returnId: 'made by us',
  number: 'made by us',
  reason: 'why the payment company declined a card, in its words',
  'countries[].tax.name': 'of a tax',
  'countries[].states[].name': 'of a state',
  'countries[].states[].tax.name': 'of a tax',
  'shippingZones[].name': 'of the sales settings',
  'shippingZones[].methods[].name': 'of the sales settings',
  'shippingZones[].methods[].names.*': 'of the sales settings',
};

/** The same for events of a topic that does not keep them for ever: these may say where from, and still not who. */
const keptForDays: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'quayside.identity.security-noted.v1': {
    ...{ userId: 'made by us', onUserId: 'made by us', session: 'made by us', service: 'of ours' },
    ...{ address: 'of a network', userAgent: 'of a browser' },
    ...{ method: 'of HTTP', path: 'of ours, without its query', 'detail.*': 'words and numbers of ours' },
  },
};

/** Words for what a person is known by, wherever they stand. */
const personal =
  /e-?mail|street|address(?!ed)|postal|phone|birth|buyer(?!Id)|first-?name|last-?name|surname|locale/i;

type Visit = (path: string, schema: JsonSchema) => void;

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const resolve = (schema: JsonSchema, root: JsonSchema): JsonSchema => {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  const steps = $ref.split('/').slice(1);
  return steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), root) as JsonSchema;
};

/** Visits the schema of every field, however deep. */
const walk = (given: JsonSchema, root: JsonSchema, visit: Visit, path = ''): void => {
  const schema = resolve(given, root);
  visit(path, schema);
  const alternatives = [schema['anyOf'], schema['oneOf'], schema['allOf']].flat().filter(isObject);
  for (const one of alternatives) walk(one, root, visit, path);
  for (const [name, part] of Object.entries(schema['properties'] ?? {})) {
    walk(part as JsonSchema, root, visit, path ? `${path}.${name}` : name);
  }
  if (isObject(schema['items'])) walk(schema['items'], root, visit, `${path}[]`);
  if (isObject(schema['additionalProperties']))
    walk(schema['additionalProperties'], root, visit, `${path}.*`);
};

const bounds = ['enum', 'const', 'pattern', 'format'];
const says = ['type', 'anyOf', 'oneOf', 'allOf', 'enum', 'const'];
const mayBeAnyText = (schema: JsonSchema): boolean =>
  (schema['type'] === 'string' && !bounds.some((word) => word in schema)) ||
  !says.some((word) => word in schema);

test.each([...eventSchemas()])('%s holds nothing that a person is known by', (type, schema) => {
  const known = keptForDays[type] ?? {};
  const unknown: string[] = [];
  walk(schema, schema, (path, field) => {
    if (path in known) return;
    if (personal.test(path) || (mayBeAnyText(field) && !(path in freeTexts))) unknown.push(path);
  });
  expect(unknown).toEqual([]);
});

test('an event that says where from somebody came is in a topic that forgets it', () => {
  const topicsOf = Object.values(publishedEvents)
    .flat()
    .filter(({ type }) => type in keptForDays)
    .map(({ topic }) => daysOfTopics[topic]);
  expect(topicsOf).toEqual([30]);
});

test('the walk finds what it is to find', () => {
  const text = { type: 'string' };
  const root = {
    type: 'object',
    properties: {
      buyer: { type: 'object', properties: { name: text } },
      at: { type: 'string', format: 'date-time' },
      lines: { type: 'array', items: { anyOf: [{ $ref: '#/$defs/Line' }, { type: 'null' }] } },
    },
    $defs: { Line: { type: 'object', properties: { note: text, extra: {} } } },
  };
  const found: string[] = [];
  walk(root, root, (path, schema) => void (mayBeAnyText(schema) && found.push(path)));
  expect(found).toEqual(['buyer.name', 'lines[].note', 'lines[].extra']);
  expect(['shippingAddress', 'buyer.name', 'user.email'].every((path) => personal.test(path))).toBe(true);
  expect(personal.test('buyerId')).toBe(false);
});

test('no example of an event has a person in it', () => {
  const examples = Object.values(publishedEvents)
    .flat()
    .map(({ example }) => example);
  expect(JSON.stringify(examples)).not.toMatch(/@|Signe|Strandvej|street|"email"/i);
});
