export interface OpenApiDocument {
  paths?: Record<string, Record<string, Operation>>;
  components?: Record<string, Record<string, unknown>>;
}

export interface Operation {
  summary?: string;
  tags?: string[];
  security?: unknown[];
  responses?: Record<string, { description: string }>;
  [member: string]: unknown;
}

/** How the browser authenticates at the gateway, whatever a service behind it asks for. */
const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-quayside-session',
    description: 'Set by GET /auth/login. Calls that change something also need the header `X-CSRF: 1`.',
  },
};

const behindTheGateway = (operation: Operation, tag: string): Operation => ({
  ...operation,
  tags: operation.tags ?? [tag],
  ...(operation.security && { security: [{ session: [] }] }),
});

/**
 * One OpenAPI 3.1 document out of those of the services. Only paths below `publicPrefixes` are let in; the same
 * component under the same name is taken once.
 */
export const mergeOpenApi = (
  documents: Readonly<Record<string, OpenApiDocument>>,
  options: { publicPrefixes: readonly string[]; origin: string },
): object => {
  const paths: Record<string, Record<string, Operation>> = {};
  const schemas: Record<string, unknown> = {};
  for (const [service, document] of Object.entries(documents)) {
    for (const [path, operations] of Object.entries(document.paths ?? {})) {
      if (!options.publicPrefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)))
        continue;
      paths[path] = Object.fromEntries(
        Object.entries(operations).map(([method, one]) => [method, behindTheGateway(one, service)]),
      );
    }
    Object.assign(schemas, document.components?.['schemas']);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Quayside',
      version: '1',
      description: 'Everything the shop’s pages call, behind one origin.',
    },
    servers: [{ url: options.origin }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: { schemas, securitySchemes },
  };
};
