import { gatewayApi, isInternal, serviceApis, type ApiDefinition } from '@quayside/contracts';
import { openApiOf, type Api } from '@quayside/http';
import { sessionCookie } from '../session/cookies.ts';
import { docsPolicy } from './docs-frame.ts';
import { docsPage } from './docs-page.ts';

/** How the browser says who it is at the gateway, whatever a service behind it asks for. */
const security = {
  name: 'session',
  scheme: {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie,
    description: 'Set by GET /auth/login. Calls that change something also need the header `X-CSRF: 1`.',
  },
} as const;

const publicPart = (api: ApiDefinition): ApiDefinition => ({
  ...api,
  routes: Object.fromEntries(Object.entries(api.routes).filter(([, route]) => !isInternal(route))),
});

/** The OpenAPI document of all that is public, and a page of it. Both are the same until the next release. */
export const mountDocs = (api: Api, { origin }: { origin: string }): void => {
  const document = openApiOf([gatewayApi, ...Object.values(serviceApis)].map(publicPart), {
    title: 'Quayside',
    version: '1',
    description: 'Everything the shop’s pages call, behind one origin.',
    servers: [origin],
    security,
    isPublicEdge: true,
  });
  const page = docsPage(document);
  api.router.get('/api/openapi.json', (_req, res) => void res.json(document));
  api.router.get('/api/docs', (_req, res) => {
    res.set('content-security-policy', docsPolicy);
    res.type('html').send(page);
  });
};
