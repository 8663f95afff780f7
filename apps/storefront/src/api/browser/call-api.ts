import type { Problem } from '@quayside/contracts';
import { type Result, unreachable } from '../result.ts';

interface Call {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Calls our own origin; the session travels in a cookie that scripts cannot read. `T` is the contract's type for
 * the route: the answer is our own server's, which checks it, so the browser does not carry the schemas as well.
 */
export const callApi = async <T>(path: string, call: Call = {}): Promise<Result<T>> => {
  const { method = 'GET', body, headers = {}, signal = AbortSignal.timeout(20_000) } = call;
  try {
    const response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        'x-csrf': '1',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal,
    });
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) return { ok: false, problem: asProblem(answer, response) };
    const etag = response.headers.get('etag');
    return { ok: true, data: answer as T, ...(etag && { etag }) };
  } catch {
    return { ok: false, problem: unreachable('Check your connection and try again.') };
  }
};

const asProblem = (answer: unknown, response: Response): Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer
    ? (answer as Problem)
    : { ...unreachable('The answer could not be understood.'), status: response.status };
