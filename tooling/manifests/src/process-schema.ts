import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Container } from './resource.ts';

/** Which part of the repository a container runs: `quayside/catalog` with `dist/migrate.js` is migrate of catalog. */
const processOf = ({ image, command = [], args = [] }: Container) => {
  const part = /(?:^|\/)quayside\/([a-z-]+)(?::|@|$)/.exec(image)?.[1];
  const entry = [...command, ...args].map((word) => /^dist\/([a-z-]+)\.js$/.exec(word)?.[1]).find(Boolean);
  return part && { part, entry: entry ?? part };
};

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `migrateConfig` is read by `dist/migrate.js`, `sandboxConfig` by `dist/payment-sandbox.js`. */
const isReadBy = (exported: string, entry: string) => {
  const own = kebab(exported.replace(/Config$/, ''));
  return exported.endsWith('Config') && (entry.endsWith(own) || entry.startsWith(own));
};

/** Next.js code cannot be imported outside of Next.js, so its schema is read as text, for its names alone. */
const storefrontSchema = async (root: string) => {
  const source = await readFile(join(root, 'apps/storefront/src/env.ts'), 'utf8');
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name ?? '');
  return z.object(Object.fromEntries(names.map((name) => [name, z.string().optional()])));
};

/**
 * The schema by which the process in a container reads its environment; undefined for somebody else's image.
 *
 * @throws Error if it is one of ours and has none
 */
export const schemaOf = async (root: string, container: Container): Promise<z.ZodObject | undefined> => {
  const process = processOf(container);
  if (!process) return undefined;
  if (process.part === 'storefront') return storefrontSchema(root);
  for (const folder of ['services', 'apps']) {
    const path = join(root, folder, process.part, 'src/main/config.ts');
    if (!existsSync(path)) continue;
    const module = (await import(path)) as Record<string, z.ZodObject>;
    const found = Object.entries(module).find(([name]) => isReadBy(name, process.entry));
    if (found) return found[1];
  }
  throw new Error(`${container.image} runs ${process.entry}, for which no config.ts exports a schema`);
};
