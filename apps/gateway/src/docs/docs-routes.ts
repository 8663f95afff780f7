import type { Api } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import type { ServiceName, Services } from '../downstream/services.ts';
import { docsPolicy } from './docs-frame.ts';
import { docsPage } from './docs-page.ts';
import { mergeOpenApi, type OpenApiDocument } from './merge-open-api.ts';

export interface DocsOptions {
  services: Services;
  origin: string;
  publicPrefixes: readonly string[];
  logger: Logger;
}

const names: readonly ServiceName[] = ['catalog', 'basket', 'ordering', 'marketing'];

/** The merged OpenAPI document, and a page of it. A service that does not answer is missing from both. */
export const mountDocs = (api: Api, { services, origin, publicPrefixes, logger }: DocsOptions): void => {
  const documentOf = async (name: ServiceName): Promise<OpenApiDocument> => {
    try {
      return await services<OpenApiDocument>(name, '/openapi.json', { timeoutMs: 1000 });
    } catch (error) {
      logger.warn({ err: error, service: name }, 'the API description goes out without a service');
      return {};
    }
  };
  const merged = async (): Promise<object> => {
    const documents = await Promise.all(names.map(async (name) => [name, await documentOf(name)] as const));
    return mergeOpenApi(
      { ...Object.fromEntries(documents), session: api.openApi() },
      { origin, publicPrefixes: [...publicPrefixes, '/auth', '/api/v1/screens'] },
    );
  };

  api.router.get('/api/openapi.json', async (_req, res) => void res.json(await merged()));
  api.router.get('/api/docs', async (_req, res) => {
    res.set('content-security-policy', docsPolicy);
    res.type('html').send(docsPage(await merged()));
  });
};
