import type { Request } from 'express';
import type { z } from 'zod';
import { ProblemError, type ProblemFault } from './problem.ts';
import type { AnyRoute } from './route.ts';

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

/**
 * Path, query and body through the route's schemas, all faults at once.
 *
 * @throws {ProblemError} 400 `malformed-request` with `errors`, 415 where a body is due and is not JSON.
 */
export const parseInput = (req: Request, route: AnyRoute) => {
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
    body: parse('body', route.body, req.body),
  };
  if (faults.length > 0) {
    throw new ProblemError({
      status: 400,
      code: 'malformed-request',
      title: 'The request is not well formed',
      errors: faults,
    });
  }
  return input;
};
