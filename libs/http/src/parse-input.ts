import type { RouteDefinition } from '@quayside/contracts';
import type { Request } from 'express';
import type { z } from 'zod';
import { ProblemError, type ProblemFault, type ProblemOptions } from './problem.ts';

const faultsOf = (error: z.ZodError, where: string): ProblemFault[] =>
  error.issues.map((issue) => ({
    path: [where, ...issue.path.map(String)].join('.'),
    code: issue.code,
    message: issue.message,
  }));

const requireJson = (req: Request): void => {
  if (req.is('application/json')) return;
  throw new ProblemError({
    status: 415,
    code: 'unsupported-media-type',
    title: 'Send the body as application/json',
  });
};

/** Headers whose absence or form has a code of its own, where it is all that is wrong. */
const headerProblems: Readonly<Record<string, { absent: ProblemOptions; invalid: ProblemOptions }>> = {
  'if-match': {
    absent: {
      status: 428,
      code: 'precondition-required',
      title: 'Say with If-Match which version you are changing',
    },
    invalid: { status: 400, code: 'malformed-request', title: 'If-Match is not an ETag of ours' },
  },
  'idempotency-key': {
    absent: {
      status: 400,
      code: 'idempotency-key-missing',
      title: 'Send an Idempotency-Key, so that a repeat is not done twice',
    },
    invalid: {
      status: 400,
      code: 'idempotency-key-invalid',
      title: 'The Idempotency-Key must be 1 to 255 visible ASCII characters',
    },
  },
};

const malformed: ProblemOptions = {
  status: 400,
  code: 'malformed-request',
  title: 'The request is not well formed',
};

const problemOf = (req: Request, faults: readonly ProblemFault[]): ProblemOptions => {
  const [first] = faults;
  const header =
    faults.length === 1 && first?.path.startsWith('header.') && first.path.slice('header.'.length);
  const own = header ? headerProblems[header] : undefined;
  if (!header || !own) return { ...malformed, errors: faults };
  return req.headers[header] ? own.invalid : own.absent;
};

/**
 * Path, query, headers and body through the route's schemas, all faults at once.
 *
 * @throws {ProblemError} 400 `malformed-request` with `errors`, 415 where a body is due and is not JSON; 428
 * `precondition-required`, 400 `idempotency-key-missing` or `idempotency-key-invalid` where only that header is at fault
 */
export const parseInput = (req: Request, route: RouteDefinition) => {
  if (route.body) requireJson(req);
  const faults: ProblemFault[] = [];
  const parse = (where: string, schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    faults.push(...faultsOf(result.error, where));
    return undefined;
  };
  const input = {
    params: parse('path', route.params, req.params),
    query: parse('query', route.query, req.query),
    headers: parse('header', route.headers, req.headers),
    body: parse('body', route.body, req.body),
  };
  if (faults.length > 0) throw new ProblemError(problemOf(req, faults));
  return input;
};
