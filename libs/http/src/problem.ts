import type { ProblemDefinition } from '@quayside/contracts';
import { currentTraceId } from '@quayside/runtime';

export interface ProblemFault {
  path: string;
  code: string;
  message: string;
}

export interface ProblemOptions {
  status: number;
  code: string;
  title: string;
  detail?: string;
  errors?: readonly ProblemFault[];
  headers?: Record<string, string>;
  /** Extension members of RFC 9457, section 3.2. */
  extra?: Record<string, unknown>;
}

/** An answer that is a problem document. Only edges throw it; inside, errors know no HTTP. */
export class ProblemError extends Error {
  readonly options: ProblemOptions;

  /** @param cause what led to it: for the log, never in the answer. */
  constructor(options: ProblemOptions, cause?: unknown) {
    super(options.title, { cause });
    this.name = 'ProblemError';
    this.options = options;
  }
}

/** What a domain error's stable `code` becomes at the edge. */
export type ProblemMap = Readonly<Record<string, ProblemDefinition>>;

/** The body of `application/problem+json` (RFC 9457) with `code` and `traceId`. */
export const problemBody = (options: ProblemOptions, instance?: string): Record<string, unknown> => ({
  ...options.extra,
  type: `urn:quayside:problem:${options.code}`,
  title: options.title,
  status: options.status,
  code: options.code,
  ...(options.detail !== undefined && { detail: options.detail }),
  ...(instance !== undefined && { instance }),
  traceId: currentTraceId(),
  ...(options.errors && { errors: options.errors }),
});

interface CodedError extends Error {
  code: string;
  /** Facts for the client, sent as extension members. */
  extra?: Record<string, unknown>;
}

const isCoded = (error: unknown): error is CodedError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** What an API's definition says of a code, as an answer. */
export const problemOf = (
  code: string,
  { status, title, retryAfter }: ProblemDefinition,
): ProblemOptions => ({
  status,
  title,
  code,
  ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
});

/** 405 where the path has routes of other methods; `methods` are theirs. */
export const methodNotAllowed = (methods: readonly string[]): ProblemOptions => {
  const allow = methods.join(', ');
  return { status: 405, code: 'method-not-allowed', title: `Only ${allow} here`, headers: { allow } };
};

/** 404 where no route is. */
export const routeNotFound: ProblemOptions = {
  status: 404,
  code: 'route-not-found',
  title: 'There is nothing at this address',
};

/** 408: the sender did not send all of it in its time. */
export const requestTimeout: ProblemOptions = {
  status: 408,
  code: 'request-timeout',
  title: 'The request took too long to arrive',
};

const internal: ProblemOptions = {
  status: 500,
  code: 'internal-error',
  title: 'Something went wrong on our side',
};

/** http-errors of Express's own body parser carry `type` and `status`. */
const parserProblems: Readonly<Record<string, ProblemOptions>> = {
  'entity.parse.failed': { status: 400, code: 'malformed-json', title: 'The body is not valid JSON' },
  'entity.too.large': { status: 413, code: 'body-too-large', title: 'The body is too large' },
  'charset.unsupported': {
    status: 415,
    code: 'unsupported-media-type',
    title: 'The character set is not supported',
  },
  'encoding.unsupported': {
    status: 415,
    code: 'unsupported-media-type',
    title: 'The encoding is not supported',
  },
};

/** What the parser blames on the sender under no name of its own: broken compression, a body cut short. */
const isUnreadableBody = (error: unknown): boolean =>
  error instanceof Error &&
  'status' in error &&
  error.status === 400 &&
  'expose' in error &&
  error.expose === true;

const unreadableBody: ProblemOptions = {
  status: 400,
  code: 'malformed-request',
  title: 'The body cannot be read',
};

/** Any thrown value as a problem: ours as they are, domain errors through `map`, everything else a bare 500. */
export const toProblem = (error: unknown, map: ProblemMap): ProblemOptions => {
  if (error instanceof ProblemError) return error.options;
  if (error instanceof URIError) {
    return { status: 400, code: 'malformed-request', title: 'The path is not valid' };
  }
  if (isCoded(error)) {
    const known = map[error.code];
    if (known) {
      return {
        ...problemOf(error.code, known),
        detail: error.message,
        ...(error.extra && { extra: error.extra }),
      };
    }
  }
  const type = error instanceof Error && 'type' in error ? String(error.type) : '';
  return parserProblems[type] ?? (isUnreadableBody(error) ? unreadableBody : internal);
};
