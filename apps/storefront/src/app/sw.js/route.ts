import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** Made once, with the pages. */
export const dynamic = 'force-static';

export const GET = async (): Promise<Response> => {
  const source = await readFile(join(process.cwd(), 'src/worker/worker.ts'), 'utf8');
  return new Response(stripTypeScriptTypes(source), {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  });
};
