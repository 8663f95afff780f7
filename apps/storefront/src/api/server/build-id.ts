import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from 'react';
import { env } from '../../env.ts';

/** Of the pages that are served; undefined while developing, when there is none. */
export const buildId = cache(async (): Promise<string | undefined> => {
  if (env.isDevelopment) return undefined;
  const id = await readFile(/* turbopackIgnore: true */ join(process.cwd(), '.next', 'BUILD_ID'), 'utf8');
  return id.trim();
});
