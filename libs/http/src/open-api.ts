import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { ProblemMap } from './problem.ts';
import type { AnyRoute } from './route.ts';

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    traceId: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details; `code` is stable' });

const problemResponses = (route: AnyRoute, map: ProblemMap) => {
  const byStatus = new Map<number, string[]>();
  const note = (status: number, code: string) =>
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  if (route.params || route.query || route.body) note(400, 'malformed-request');
  if (route.auth !== 'none') {
    note(401, 'unauthenticated');
    note(403, 'forbidden');
  }
  for (const code of route.problems ?? []) note(map[code]?.status ?? 400, code);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
};

const answerResponses = (route: AnyRoute) =>
  Object.fromEntries(
    Object.entries(route.responses).map(([status, { description, schema, contentType }]) => [
      status,
      {
        description,
        ...(schema && { content: { [contentType ?? 'application/json']: { schema } } }),
        ...(!schema && contentType && { content: { [contentType]: {} } }),
      },
    ]),
  );

const operationOf = (route: AnyRoute, map: ProblemMap): ZodOpenApiOperationObject => ({
  summary: route.summary,
  ...(route.tags && { tags: [...route.tags] }),
  ...(route.auth !== 'none' && { security: [{ bearer: [] }] }),
  requestParams: {
    ...(route.params && { path: route.params }),
    ...(route.query && { query: route.query }),
    ...(route.headers && { header: route.headers }),
  },
  ...(route.body && {
    requestBody: { required: true, content: { 'application/json': { schema: route.body } } },
  }),
  responses: { ...problemResponses(route, map), ...answerResponses(route) },
});

/** The OpenAPI 3.1 document of a set of routes, from the schemas that also check them. */
export const openApiOf = (
  routes: readonly AnyRoute[],
  options: { title: string; version: string; problems: ProblemMap },
): object => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route, options.problems) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: { title: options.title, version: options.version },
    paths: paths as ZodOpenApiPathsObject,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  });
};
