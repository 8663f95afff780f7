import 'server-only';
import { problem } from '@quayside/contracts';
import { cookies, headers as incomingHeaders } from 'next/headers';
import type { z } from 'zod';
import { env } from '../../env.ts';
import { type Result, unreachable } from '../result.ts';

const sessionCookie = '__Host-quayside-session';
const forwardedHeaders = ['accept-language', 'traceparent'];

export const hasSession = async (): Promise<boolean> => (await cookies()).has(sessionCookie);

/** Reads from the gateway on behalf of whoever asked for the page, and passes on nothing else of their request. */
export const readGateway = async <S extends z.ZodType>(
  path: string,
  schema: S,
  timeoutMs = 8_000,
): Promise<Result<z.infer<S>>> => {
  const url = new URL(path, env.GATEWAY_URL);
  // Outside the try: Next stops a static render here by throwing, and that must pass.
  const headers = await requestHeaders();
  try {
    const response = await fetch(url, {
      headers,
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body: unknown = await response.json();
    if (!response.ok) return { ok: false, problem: problem.parse(body) };
    const etag = response.headers.get('etag');
    return { ok: true, data: schema.parse(body), ...(etag && { etag }) };
  } catch (cause) {
    console.error(`GET ${url.pathname} did not come to a usable answer`, cause);
    return { ok: false, problem: unreachable('The gateway did not give a usable answer.') };
  }
};

const requestHeaders = async (): Promise<Record<string, string>> => {
  const incoming = await incomingHeaders();
  const session = (await cookies()).get(sessionCookie);
  const outgoing: Record<string, string> = { accept: 'application/json' };
  for (const name of forwardedHeaders) {
    const value = incoming.get(name);
    if (value) outgoing[name] = value;
  }
  if (session) outgoing['cookie'] = `${sessionCookie}=${session.value}`;
  return outgoing;
};
