import { images, schemaOf } from '@quayside/system';
import type { z } from 'zod';
import type { Container } from './resource.ts';

/**
 * The schema by which the process in a container reads its environment; undefined for somebody else's image.
 * `quayside/catalog` with `dist/migrate.js` is migrate of catalog.
 *
 * @throws Error if it is one of ours and has none
 */
export const containerSchema = async (
  root: string,
  { image, command = [], args = [] }: Container,
): Promise<z.ZodObject | undefined> => {
  const name = /(?:^|\/)quayside\/([a-z-]+)(?::|@|$)/.exec(image)?.[1];
  if (!name) return undefined;
  const known = images.find((each) => each.name === name);
  const said = [...command, ...args].map((word) => /^dist\/([a-z-]+)\.js$/.exec(word)?.[1]).find(Boolean);
  const entry = said ?? known?.processes[0]?.entry;
  const schema = known && (await schemaOf(root, known.folder, entry));
  if (!schema) throw new Error(`${image} runs ${entry}, for which no config.ts exports a schema`);
  return schema;
};
