import { asyncApiDocument } from '@quayside/contracts';
import type { Api } from '@quayside/http';
import { docsPolicy } from './docs-frame.ts';
import { eventsPage } from './events-page.ts';

/** The AsyncAPI document of all events, and a page of it. Both are the same until the next release. */
export const mountEventDocs = (api: Api): void => {
  const document = asyncApiDocument();
  const page = eventsPage();
  api.router.get('/api/asyncapi.json', (_req, res) => void res.json(document));
  api.router.get('/api/docs/events', (_req, res) => {
    res.set('content-security-policy', docsPolicy);
    res.type('html').send(page);
  });
};
