import { subscribe } from 'node:diagnostics_channel';
import { globSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import Negotiator from 'negotiator';

/** The first is preferred where a browser takes both. */
const endings = { br: '.br', gzip: '.gz' } as const;
const encodings = Object.keys(endings) as (keyof typeof endings)[];

const mediaTypes = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
} as const;
type Ending = keyof typeof mediaTypes;

/** Of faults, such as a range that the file does not have, Next writes a page. */
const isOfFile = new Set([200, 206]);

const labelled = (answer: ServerResponse, headers: Readonly<Record<string, string>>): void => {
  const writeHead = answer.writeHead.bind(answer) as (...args: unknown[]) => ServerResponse;
  answer.writeHead = ((status: number, ...rest: unknown[]) => {
    if (isOfFile.has(status))
      for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
    return writeHead(status, ...rest);
  }) as typeof answer.writeHead;
};

/** Addresses below `/_next/static` of which the build has made compressed forms. */
const compressedIn = (folder: string): ReadonlySet<string> =>
  new Set(
    globSync('**/*.br', { cwd: folder }).map(
      (file) => `/_next/static/${file.replaceAll('\\', '/').slice(0, -endings.br.length)}`,
    ),
  );

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '';

/**
 * From now on Next, asked for a script or a style, finds the compressed file that lies beside it, and does the rest as
 * for any file: its entity tag, ranges, HEAD, and that it is immutable. Once per process.
 */
export const serveCompressed = (folder: string): void => {
  const known = compressedIn(folder);
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const path = pathOf(request.url ?? '');
    if (!known.has(path) || !['GET', 'HEAD'].includes(request.method ?? '')) return;
    response.setHeader('Vary', 'Accept-Encoding');
    const taken = new Negotiator(request).encodings(encodings);
    const encoding = encodings.find((one) => taken.includes(one));
    if (!encoding) return;
    const type = mediaTypes[path.slice(path.lastIndexOf('.')) as Ending];
    labelled(response, { 'Content-Encoding': encoding, 'Content-Type': type });
    request.url = path + endings[encoding] + (request.url ?? '').slice(path.length);
  });
};

export const staticFolder = (): string => join(/* turbopackIgnore: true */ process.cwd(), '.next/static');
