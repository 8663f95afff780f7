import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/** Seconds after which a page that was not available is worth asking for again. */
const retryAfter = '5';

// Next bundles the start of the process and the pages apart from each other; this is what they share.
const shared = globalThis as { [key: symbol]: unknown };
const key = Symbol.for('quayside.answer-under-way');
const answers = (shared[key] ??=
  new AsyncLocalStorage<ServerResponse>()) as AsyncLocalStorage<ServerResponse>;

/** From now on each request knows its answer, for `markUnavailable`. Once per process. */
export const followAnswers = (): void => {
  subscribe('http.server.request.start', (message) => {
    answers.enterWith((message as { response: ServerResponse }).response);
  });
};

/**
 * A server component cannot choose a status, and whatever it throws is a 500. After this the answer under way goes out
 * as 503 with `Retry-After` instead, if its head is not sent yet.
 */
export const markUnavailable = (): void => {
  const answer = answers.getStore();
  if (!answer || answer.headersSent) return;
  const writeHead = answer.writeHead.bind(answer) as (...args: unknown[]) => ServerResponse;
  answer.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status !== 500) return writeHead(status, ...rest);
    answer.setHeader('retry-after', retryAfter);
    return writeHead(503, ...rest);
  }) as typeof answer.writeHead;
};
