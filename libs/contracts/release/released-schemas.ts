import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonSchema } from './event-schemas.ts';

export const releasedFolder = join(import.meta.dirname, '../released');

/** The stored JSON Schema of every event type that was ever released, by type. */
export const releasedSchemas = async (): Promise<Map<string, JsonSchema>> => {
  const names = (await readdir(releasedFolder)).filter((name) => name.endsWith('.json')).sort();
  const entries = names.map(async (name): Promise<[string, JsonSchema]> => [
    name.replace(/\.json$/, ''),
    JSON.parse(await readFile(join(releasedFolder, name), 'utf8')) as JsonSchema,
  ]);
  return new Map(await Promise.all(entries));
};
