import { expect, test } from '@jest/globals';
import { providerRoute, serviceRoutes } from './route-table.ts';

/** As long as a page of the storefront waits. */
const pageWaitsMs = 8000;

test('every read has its end before a page stops waiting for it', () => {
  const reads = [...serviceRoutes.filter(({ method }) => method === 'GET'), providerRoute];
  const late = reads.filter(
    ({ timeoutMs, readTimeoutMs }) => timeoutMs !== 'stream' && (readTimeoutMs ?? timeoutMs) >= pageWaitsMs,
  );
  expect(late).toEqual([]);
});
