import { z } from 'zod';
import * as contracts from '../src/index.ts';

export type JsonSchema = Record<string, unknown>;

const families = [
  contracts.basketEvents,
  contracts.catalogEvents,
  contracts.identityEvents,
  contracts.marketingEvents,
  contracts.orderingEvents,
];

const isEvent = (value: object): value is contracts.EventDefinition =>
  'type' in value && 'topic' in value && 'data' in value;

/** The JSON Schema of the data of every event type, by type. */
export const eventSchemas = (): Map<string, JsonSchema> =>
  new Map(
    families
      .flatMap((family) => Object.values<object>(family))
      .filter(isEvent)
      .map(({ type, data }) => [type, schemaOf(data)]),
  );

export const schemaOf = (data: z.ZodType): JsonSchema => z.toJSONSchema(data) as JsonSchema;
