import { requestTo, type RouteInput, type RouteKey, type RouteOf } from '@quayside/contracts';
import { type Result, unreachable } from '../result.ts';
import { asProblem } from './call-api.ts';

/** Calls a route of our own origin that answers with a file. */
export const callForFile = async <Key extends RouteKey>(
  key: Key,
  input: RouteInput<RouteOf<Key>>,
): Promise<Result<Blob>> => {
  const { path, headers, ...request } = requestTo<Key>(key, input);
  try {
    const response = await fetch(path, {
      ...request,
      headers: { ...headers, 'x-csrf': '1' },
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    });
    if (response.ok) return { ok: true, data: await response.blob() };
    return { ok: false, problem: asProblem(await response.json(), response) };
  } catch {
    return { ok: false, problem: unreachable('Check your connection and try again.') };
  }
};
