import { problem, type ApiDefinition, type RouteDefinition } from '@quayside/contracts';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { z } from 'zod';

export interface OpenApiOptions {
  title: string;
  description?: string;
  version: string;
  /** Origins under which the paths are. */
  servers?: readonly string[];
  /** Whether any of it may be answered by 429, to whoever asks too often. */
  isLimited?: boolean;
  /** How a caller says who it is; a bearer token where it is absent. */
  security?: { name: string; scheme: SecurityScheme };
}

type SecurityScheme =
  | { type: 'http'; scheme: 'bearer'; bearerFormat: string }
  | { type: 'apiKey'; in: 'cookie'; name: string; description: string };

const bearer = { name: 'bearer', scheme: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } as const;

const problemAnswers = (route: RouteDefinition, { problems }: ApiDefinition, isLimited: boolean) => {
  const byStatus = new Map<number, string[]>();
  const note = (status: number, code: string) =>
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  if (route.params || route.query || route.headers || route.body) note(400, 'malformed-request');
  const headers = Object.keys(route.headers?.shape ?? {});
  if (headers.includes('if-match')) note(428, 'precondition-required');
  if (headers.includes('idempotency-key')) note(400, 'idempotency-key-missing');
  if (route.audience !== 'public') {
    note(401, 'unauthenticated');
    if (route.asksForRecentSignIn) note(401, 'step-up-required');
    note(403, 'forbidden');
  }
  if (isLimited) note(429, 'too-many-requests');
  for (const code of route.problems ?? []) note(problems[code]?.status ?? 400, code);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
};

const answersOf = ({ answers }: RouteDefinition) =>
  Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, contentType }]) => [
      status,
      {
        description,
        ...(schema && { content: { [contentType ?? 'application/json']: { schema } } }),
        ...(!schema && contentType && { content: { [contentType]: {} } }),
      },
    ]),
  );

const operationOf = (
  operationId: string,
  route: RouteDefinition,
  api: ApiDefinition,
  { security, isLimited }: { security: string; isLimited: boolean },
): ZodOpenApiOperationObject => ({
  operationId,
  summary: route.summary,
  tags: [api.name],
  ...(route.audience !== 'public' && { security: [{ [security]: [] }], 'x-audience': route.audience }),
  ...(route.showsMoreTo && { security: [{}, { [security]: [] }], 'x-shows-more-to': route.showsMoreTo }),
  requestParams: {
    ...(route.params && { path: route.params }),
    ...(route.query && { query: route.query }),
    ...(route.headers && { header: route.headers }),
  },
  ...(route.body && {
    requestBody: { required: true, content: { 'application/json': { schema: route.body as z.ZodType } } },
  }),
  ...(route.upload && {
    requestBody: {
      required: true,
      content: Object.fromEntries(
        route.upload.types.map((type) => [type, { schema: { type: 'string', format: 'binary' } } as const]),
      ),
    },
  }),
  responses: { ...problemAnswers(route, api, isLimited), ...answersOf(route) },
});

/** The OpenAPI 3.1 document of APIs, from the schemas that also check them; paths by name. */
export const openApiOf = (apis: readonly ApiDefinition[], options: OpenApiOptions): object => {
  const { title, version, description, servers, security = bearer, isLimited = false } = options;
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const api of apis) {
    for (const [name, route] of Object.entries(api.routes)) {
      const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
      const operation = operationOf(name, route, api, { security: security.name, isLimited });
      paths[path] = { ...paths[path], [route.method]: operation };
    }
  }
  return createDocument({
    openapi: '3.1.1',
    info: { title, version, ...(description && { description }) },
    ...(servers && { servers: servers.map((url) => ({ url })) }),
    paths: Object.fromEntries(
      Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1)),
    ) as ZodOpenApiPathsObject,
    components: { securitySchemes: { [security.name]: security.scheme } },
  });
};
