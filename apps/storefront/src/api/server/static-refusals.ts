import { subscribe } from 'node:diagnostics_channel';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';

/** What Next had found when it went to draw a page of the fault, by the header it left for that. */
const foundBy = (answer: ServerResponse): 405 | 416 | undefined => {
  if (answer.hasHeader('allow')) return 405;
  return String(answer.getHeader('content-range')).startsWith('bytes */') ? 416 : undefined;
};
const ofTheFile = ['etag', 'last-modified', 'accept-ranges'];

/**
 * From now on a range that a static file does not have is refused by 416, and a method that it does not take by 405. Next
 * finds both, and then has no page for them: what goes out is a 500. Once per process.
 */
export const refuseAsFound = (): void => {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (!request.url?.startsWith('/_next/static/')) return;
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
    const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
    let text: string | undefined;
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      const found = status === 500 ? foundBy(response) : undefined;
      if (!found) return writeHead(status, ...rest);
      text = `${STATUS_CODES[found]}\n`;
      for (const name of ofTheFile) response.removeHeader(name);
      if (found === 405) response.setHeader('Allow', 'GET, HEAD');
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.setHeader('Content-Length', text.length);
      return writeHead(found);
    }) as typeof response.writeHead;
    response.end = ((...args: unknown[]) => {
      if (!response.headersSent && foundBy(response)) response.writeHead(response.statusCode);
      return text === undefined ? end(...args) : end(text);
    }) as typeof response.end;
  });
};
