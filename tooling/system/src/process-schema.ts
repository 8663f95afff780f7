import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `migrateConfig` is read by `dist/migrate.js`, `sandboxConfig` by `dist/payment-sandbox.js`. */
const isReadBy = (exported: string, entry: string) => {
  const own = kebab(exported.replace(/Config$/, ''));
  return exported.endsWith('Config') && (entry.endsWith(own) || entry.startsWith(own));
};

/** Next.js code cannot be imported outside of Next.js, so its schema is read as text: `NAME: field.default(value)`. */
const schemaOfPages = async (path: string) => {
  const fields = (await readFile(path, 'utf8')).matchAll(
    /(?:\/\*\* ([^\n]*) \*\/\s+)?\b([A-Z][A-Z_]+): [^\n]*?(?:\.default\('?([^')]*)'?\))?,\n/g,
  );
  return z.object(
    Object.fromEntries(
      [...fields].map(([, about = 'Port to listen on', name = '', byDefault]) => {
        const field = z.string().describe(`${about[0]?.toLowerCase()}${about.slice(1).replace(/\.$/, '')}`);
        return [name, byDefault === undefined ? field : field.default(byDefault)];
      }),
    ),
  );
};

/** Every schema of a package by which one of its processes reads its environment, by the name of its export. */
const schemasOf = async (root: string, folder: string): Promise<Record<string, z.ZodObject>> => {
  const config = join(root, folder, 'src/main/config.ts');
  if (existsSync(config)) {
    const module = (await import(config)) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(module).filter((entry): entry is [string, z.ZodObject] => entry[0].endsWith('Config')),
    );
  }
  const pages = join(root, folder, 'src/env.ts');
  if (!existsSync(pages)) return {};
  const beforeThem = join(root, folder, 'server/config.ts');
  const { listenerConfig } = existsSync(beforeThem)
    ? ((await import(beforeThem)) as { listenerConfig: z.ZodObject })
    : { listenerConfig: z.object({}) };
  return { config: (await schemaOfPages(pages)).extend(listenerConfig.shape) };
};

/** The schema by which an entry of a package reads its environment; the pages have one, whatever their entry. */
export const schemaOf = async (
  root: string,
  folder: string,
  entry: string | undefined,
): Promise<z.ZodObject | undefined> => {
  const schemas = Object.entries(await schemasOf(root, folder));
  if (entry === undefined) return schemas[0]?.[1];
  return schemas.find(([exported]) => isReadBy(exported, entry))?.[1];
};
