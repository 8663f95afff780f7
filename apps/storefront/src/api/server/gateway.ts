import 'server-only';
import {
  problem,
  requestFor,
  type AnswerBody,
  type RouteDefinition,
  type RouteInput,
} from '@quayside/contracts';
import { cookies, headers as incomingHeaders } from 'next/headers';
import { env } from '../../env.ts';
import { type Result, unreachable } from '../result.ts';

const sessionCookie = '__Host-quayside-session';
/** The last one says, under the gateway's own signature, whose address the page is made for. */
const forwardedHeaders = ['accept-language', 'traceparent', 'x-quayside-visitor'];

export const hasSession = async (): Promise<boolean> => (await cookies()).has(sessionCookie);

/**
 * Calls a route through the gateway on behalf of whoever asked for the page, and passes on nothing else of their
 * request. The answer is checked against the route's schema.
 */
const callGateway = async <R extends RouteDefinition>(
  route: R,
  input: RouteInput<R>,
  { timeoutMs, headers: more = {} }: { timeoutMs: number; headers?: Record<string, string> },
): Promise<Result<AnswerBody<R>>> => {
  const request = requestFor(route, input);
  const url = new URL(request.path, env.GATEWAY_URL);
  // Outside the try: Next stops a static render here by throwing, and that must pass.
  const headers = { ...request.headers, ...more, ...(await requestHeaders()) };
  try {
    const response = await fetch(url, {
      method: request.method,
      headers,
      ...(request.body !== undefined && { body: request.body }),
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) return { ok: false, problem: problem.parse(body) };
    const etag = response.headers.get('etag');
    return {
      ok: true,
      data: route.answers[response.status]?.schema?.parse(body) as AnswerBody<R>,
      ...(etag && { etag }),
      ...(isOld(response) && { ageSeconds: Number(response.headers.get('age')) }),
    };
  } catch (cause) {
    console.error(`${request.method} ${url.pathname} did not come to a usable answer`, cause);
    return { ok: false, problem: unreachable('The gateway did not give a usable answer.') };
  }
};

/** Reads a route for the page that is made. */
export const readGateway = <R extends RouteDefinition>(
  route: R,
  input: RouteInput<R>,
  timeoutMs = 8_000,
): Promise<Result<AnswerBody<R>>> => callGateway(route, input, { timeoutMs });

/** Changes something for a form that was sent to a page of ours, as it is where scripts do not run. */
export const sendThroughGateway = <R extends RouteDefinition>(
  route: R,
  input: RouteInput<R>,
  headers: Record<string, string> = {},
): Promise<Result<AnswerBody<R>>> =>
  callGateway(route, input, { timeoutMs: 15_000, headers: { ...headers, 'x-csrf': '1' } });

/** Given before, and given again as its service does not answer (RFC 9211). */
const isOld = ({ headers }: Response): boolean => /; ?ttl=-/.test(headers.get('cache-status') ?? '');

const requestHeaders = async (): Promise<Record<string, string>> => {
  const incoming = await incomingHeaders();
  const session = (await cookies()).get(sessionCookie);
  const outgoing: Record<string, string> = {};
  for (const name of forwardedHeaders) {
    const value = incoming.get(name);
    if (value) outgoing[name] = value;
  }
  if (session) outgoing['cookie'] = `${sessionCookie}=${session.value}`;
  return outgoing;
};
