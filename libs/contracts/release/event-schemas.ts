import { z } from 'zod';
import { publishedEvents } from '../src/index.ts';

export type JsonSchema = Record<string, unknown>;

/** The JSON Schema of the data of every event type, by type. */
export const eventSchemas = (): Map<string, JsonSchema> =>
  new Map(
    Object.values(publishedEvents)
      .flat()
      .map(({ type, data }) => [type, schemaOf(data)]),
  );

export const schemaOf = (data: z.ZodType): JsonSchema => z.toJSONSchema(data) as JsonSchema;
