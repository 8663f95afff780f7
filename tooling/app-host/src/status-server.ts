import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { matchNames } from './arguments.ts';
import type { Controlled } from './controlled.ts';
import { isFromHere } from './only-from-here.ts';
import { statusPage } from './status-page.ts';

export interface StatusServer {
  close(): Promise<void>;
}

/**
 * The host's own page and its JSON: `GET /readyz` (all processes started and ready), `GET /processes`, and `POST /processes/<name>/start|stop|kill`, where a name may mean
 * several processes ("ordering"). Answers only the loopback interface, and only pages of its own origin or programs.
 */
export async function serveStatus(
  port: number,
  list: () => readonly Controlled[],
  isComplete: () => boolean,
): Promise<StatusServer> {
  const server = createServer((request, response) => {
    answer(request, response, list, isComplete).catch((error: unknown) =>
      send(response, 500, { error: String(error) }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  list: () => readonly Controlled[],
  isComplete: () => boolean,
): Promise<void> {
  const all = list();
  if (!isFromHere(request)) return send(response, 403, { error: 'only for this machine' });
  // As it was sent: `//` and its like are no address to resolve.
  const [path = '/'] = (request.url ?? '/').split('?');
  if (request.method === 'GET' && path === '/') return sendPage(response);
  if (request.method === 'GET' && path === '/readyz') {
    const ready = isComplete() && all.every((one) => one.state === 'ready' || one.state === 'external');
    return send(response, ready ? 200 : 503, { ready });
  }
  if (request.method === 'GET' && path === '/processes')
    return send(response, 200, { processes: all.map(describe) });

  const [, name = '', action = ''] = /^\/processes\/([\w-]+)\/(start|stop|kill)$/.exec(path) ?? [];
  const names = matchNames(
    name,
    all.map((one) => one.name),
  );
  const chosen = all.filter((one) => names.includes(one.name));
  if (chosen.length === 0) return send(response, 404, { error: `there is nothing at ${path}` });
  if (request.method !== 'POST') return send(response, 405, { error: 'POST' });
  await Promise.all(chosen.map((one) => one[action as 'start' | 'stop' | 'kill']()));
  send(response, 200, {
    processes: list()
      .filter((one) => names.includes(one.name))
      .map(describe),
  });
}

const describe = ({ name, kind, state, pid, port, restarts }: Controlled) => ({
  name,
  kind,
  state,
  pid: pid ?? null,
  port,
  restarts,
});

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}

function sendPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(statusPage);
}
