import {
  requestTo,
  type AnswerBody,
  type Problem,
  type RouteInput,
  type RouteKey,
  type RouteOf,
} from '@quayside/contracts';
import { type Result, unreachable } from '../result.ts';
import { askForStepUp, stepUpCode } from './step-up.ts';

interface CallOptions {
  signal?: AbortSignal;
  /** It goes on where the page is left meanwhile. */
  keepalive?: true;
}

/**
 * Calls a route of our own origin; the session travels in a cookie that scripts cannot read. The answer is our own
 * server's, which checks it, so the browser does not carry the schemas as well. Where a recent sign-in is asked for, the
 * page asks for it, and the same is called once more.
 */
export const callApi = async <Key extends RouteKey>(
  key: Key,
  input: RouteInput<RouteOf<Key>>,
  options: CallOptions = {},
): Promise<Result<AnswerBody<RouteOf<Key>>>> => {
  const result = await callOnce(key, input, options);
  if (result.ok || result.problem.code !== stepUpCode || !(await askForStepUp())) return result;
  return callOnce(key, input, options);
};

const callOnce = async <Key extends RouteKey>(
  key: Key,
  input: RouteInput<RouteOf<Key>>,
  { signal = AbortSignal.timeout(20_000), ...more }: CallOptions,
): Promise<Result<AnswerBody<RouteOf<Key>>>> => {
  const { path, headers, ...request } = requestTo<Key>(key, input);
  try {
    const response = await fetch(path, {
      ...request,
      headers: { ...headers, 'x-csrf': '1' },
      cache: 'no-store',
      signal,
      ...more,
    });
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) return { ok: false, problem: asProblem(answer, response) };
    const etag = response.headers.get('etag');
    return { ok: true, data: answer as AnswerBody<RouteOf<Key>>, ...(etag && { etag }) };
  } catch {
    return { ok: false, problem: unreachable('Check your connection and try again.') };
  }
};

export const asProblem = (answer: unknown, response: Response): Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer
    ? (answer as Problem)
    : { ...unreachable('The answer could not be understood.'), status: response.status };
