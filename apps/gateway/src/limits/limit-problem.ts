import { ProblemError } from '@quayside/http';

/** A limit as it is called in headers and problems: `search-by-session`. */
export interface NamedLimit {
  readonly name: string;
  readonly count: number;
  readonly seconds: number;
}

/**
 * 429 with when to come back, in the words of draft-ietf-httpapi-ratelimit-headers: the policies that were violated, and
 * the fields `RateLimit` and `RateLimit-Policy`.
 */
export const tooManyRequests = (limit: NamedLimit, resetInMs: number): ProblemError => {
  const seconds = Math.max(1, Math.ceil(resetInMs / 1000));
  return new ProblemError({
    status: 429,
    code: 'too-many-requests',
    title: 'That was too often in too short a time',
    detail: `Try again in ${seconds} s.`,
    headers: {
      'retry-after': String(seconds),
      'ratelimit-policy': policyOf(limit),
      ratelimit: stateOf(limit, 0, resetInMs),
    },
    extra: { 'violated-policies': [limit.name] },
  });
};

/** An item of `RateLimit-Policy`: so many calls in so many seconds. */
export const policyOf = ({ name, count, seconds }: NamedLimit): string => `"${name}";q=${count};w=${seconds}`;

/** An item of `RateLimit`: how many calls are left, and in how many seconds there are more. */
export const stateOf = ({ name }: NamedLimit, left: number, resetInMs: number): string =>
  `"${name}";r=${left};t=${Math.ceil(resetInMs / 1000)}`;

/** 429 for what may only be open so many times at once. */
export const tooManyAtOnce = (name: string, most: number): ProblemError =>
  new ProblemError({
    status: 429,
    code: 'too-many-streams',
    title: 'So many at one time are too many',
    headers: {
      'retry-after': '30',
      'ratelimit-policy': `"${name}";q=${most};qu="concurrent-requests"`,
      ratelimit: `"${name}";r=0`,
    },
    extra: { 'violated-policies': [name] },
  });
