import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createBrowser, type Browser } from './browser.ts';
import { bodyOf } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  gateway = await startTestGateway();
  browser = createBrowser(gateway.origin);
});
afterAll(() => gateway.close());

describe('the API description', () => {
  test('is one document of what is public, with the session instead of tokens', async () => {
    const document = await bodyOf(await browser.send('GET', '/api/openapi.json'));
    const paths = document['paths'] as Record<string, Record<string, { security: unknown }>>;
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/v1/catalog/items', '/api/v1/screens/home', '/auth/session']),
    );
    expect(Object.keys(paths).filter((path) => path.startsWith('/internal'))).toEqual([]);
    expect(paths['/api/v1/orders']?.['get']?.security).toEqual([{ session: [] }]);
    expect(paths['/api/v1/catalog/items/{idOrSlug}']?.['put']).toMatchObject({
      'x-audience': 'merchandiser',
      parameters: expect.arrayContaining([expect.objectContaining({ name: 'x-csrf', in: 'header' })]),
    });
    expect(paths['/api/v1/basket']?.['get']?.security).toEqual([{}, { session: [] }]);
    expect(document).toHaveProperty('components.schemas.CatalogItem');
  });

  test('is a page too', async () => {
    const answer = await browser.send('GET', '/api/docs');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('List items, what is sold of products, filtered and sorted');
  });
});

describe('the description of the events', () => {
  test('is an AsyncAPI document', async () => {
    const document = await bodyOf(await browser.send('GET', '/api/asyncapi.json'));
    expect(document).toMatchObject({
      asyncapi: '3.0.0',
      channels: { ordering: { address: 'ordering.events.v1' } },
      operations: { 'catalog.receives.ordering': { action: 'receive' } },
    });
  });

  test('is a page too, with who listens and an example each', async () => {
    const answer = await browser.send('GET', '/api/docs/events');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await answer.text();
    expect(page).toContain('quayside.ordering.order-paid.v1');
    expect(page).toContain('<strong>catalog</strong> turns the reservation into a sale');
    expect(page).toContain('&quot;number&quot;: &quot;QS-7K3M-9Q2F&quot;');
  });
});
