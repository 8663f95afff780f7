import { isForStaff, problem, type ApiDefinition, type RouteDefinition } from '@quayside/contracts';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';

export interface OpenApiOptions {
  title: string;
  description?: string;
  version: string;
  /** Origins under which the paths are. */
  servers?: readonly string[];
  /**
   * Whether browsers with a session call, over the public edge: who asks too often is answered 429, a head too large 431, a
   * stranger becomes a guest where shoppers may call, and what changes something needs the header against forgery.
   */
  isPublicEdge?: boolean;
  /** How a caller says who it is; a bearer token where it is absent. */
  security?: { name: string; scheme: SecurityScheme };
}

type SecurityScheme =
  | { type: 'http'; scheme: 'bearer'; bearerFormat: string }
  | { type: 'apiKey'; in: 'cookie'; name: string; description: string };

const changesSomething = ({ method }: RouteDefinition): boolean => method !== 'get';

const againstForgery = z.object({ 'x-csrf': z.literal('1') });

const bearer = { name: 'bearer', scheme: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } as const;

const problemAnswers = (route: RouteDefinition, { problems }: ApiDefinition, isPublicEdge: boolean) => {
  const byStatus = new Map<number, string[]>();
  const note = (status: number, code: string) =>
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  if (route.params || route.query || route.headers || route.body) note(400, 'malformed-request');
  const headers = Object.keys(route.headers?.shape ?? {});
  if (route.body || route.upload) {
    note(413, 'body-too-large');
    note(415, 'unsupported-media-type');
  }
  if (headers.includes('if-match')) note(428, 'precondition-required');
  if (headers.includes('idempotency-key')) note(400, 'idempotency-key-missing');
  if (route.audience !== 'public') {
    note(401, 'unauthenticated');
    if (route.asksForRecentSignIn) note(401, 'step-up-required');
    note(403, 'forbidden');
  }
  if (isPublicEdge) {
    if (isForStaff(route)) note(403, 'outside-admin-networks');
    if (changesSomething(route)) note(403, 'csrf-header-missing');
    note(429, 'too-many-requests');
    note(431, 'headers-too-large');
  }
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

const deprecationAnswerHeaders = z.object({
  deprecation: z.string().describe('since when nobody should begin to use it (RFC 9745)'),
  sunset: z.string().describe('from when on it may be gone (RFC 8594)'),
  link: z.string().describe('what takes its place, as successor-version'),
});

const answersOf = ({ answers, deprecated }: RouteDefinition) =>
  Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, contentType }]) => [
      status,
      {
        description,
        ...(deprecated && { headers: deprecationAnswerHeaders }),
        ...(schema && { content: { [contentType ?? 'application/json']: { schema } } }),
        ...(!schema && contentType && { content: { [contentType]: {} } }),
      },
    ]),
  );

const headersOf = (route: RouteDefinition, isPublicEdge: boolean) => {
  const guard = isPublicEdge && changesSomething(route) ? againstForgery : undefined;
  const header = route.headers && guard ? route.headers.extend(guard.shape) : (route.headers ?? guard);
  return header && { header };
};

/** Two paths that differ in the names of their parameters only may not stand in one document: both get the first's. */
const pathsByShape = () => {
  const known = new Map<string, RouteDefinition['path']>();
  return (path: RouteDefinition['path']): RouteDefinition['path'] => {
    const shape = path.replaceAll(/:\w+/g, ':');
    known.set(shape, known.get(shape) ?? path);
    return known.get(shape) ?? path;
  };
};

const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

const renamed = (route: RouteDefinition, path: RouteDefinition['path']): RouteDefinition => {
  if (path === route.path || !route.params) return route;
  const names = parametersOf(path);
  const { shape } = route.params;
  const own = parametersOf(route.path).map((name, at) => [names[at] ?? name, shape[name]]);
  return { ...route, path, params: z.strictObject(Object.fromEntries(own)) };
};

const operationOf = (
  operationId: string,
  route: RouteDefinition,
  api: ApiDefinition,
  { security, isPublicEdge }: { security: string; isPublicEdge: boolean },
): ZodOpenApiOperationObject => ({
  operationId,
  summary: route.summary,
  tags: [api.name],
  ...(route.audience !== 'public' && { security: [{ [security]: [] }], 'x-audience': route.audience }),
  ...(route.keyScope && { 'x-key-scope': route.keyScope }),
  ...(route.deprecated && {
    deprecated: true,
    'x-sunset': route.deprecated.sunset,
    'x-successor': route.deprecated.successor,
  }),
  ...(route.audience === 'shopper' && isPublicEdge && { security: [{}, { [security]: [] }] }),
  ...(route.showsMoreTo && { security: [{}, { [security]: [] }], 'x-shows-more-to': route.showsMoreTo }),
  requestParams: {
    ...(route.params && { path: route.params }),
    ...(route.query && { query: route.query }),
    ...headersOf(route, isPublicEdge),
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
  responses: { ...problemAnswers(route, api, isPublicEdge), ...answersOf(route) },
});

/** The OpenAPI 3.1 document of APIs, from the schemas that also check them; paths by name. */
export const openApiOf = (apis: readonly ApiDefinition[], options: OpenApiOptions): object => {
  const { title, version, description, servers, security = bearer, isPublicEdge = false } = options;
  const sharedPath = pathsByShape();
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const api of apis) {
    for (const [name, route] of Object.entries(api.routes)) {
      const asShown = renamed(route, sharedPath(route.path));
      const path = asShown.path.replaceAll(/:(\w+)/g, '{$1}');
      const operation = operationOf(name, asShown, api, { security: security.name, isPublicEdge });
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
