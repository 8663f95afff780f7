import { describe, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import { newVariant, codes, productDesk } from './product-desk.ts';

const { catalog, call, change, setStatus, draft, told, lastEntry, expectNothingDone } = productDesk();

test('a draft gets options, variants, prices and texts, is published, sold and told of', async () => {
  const { id } = await draft('squall-jacket');
  const changed = await change(id, {
    description: 'For squalls.',
    seoTitle: 'Squall jacket for sailors',
    texts: { de: { name: 'Böenjacke', description: 'Für Böen.' } },
    tags: ['new'],
    attributes: { material: 'canvas', waterproof: true, weight: 700 },
    options: [
      { name: 'Size', values: ['S', 'M'] },
      { name: 'Colour', values: ['Red'] },
    ],
    variants: [
      {
        sku: 'SQ-S-RED',
        optionValues: ['S', 'Red'],
        prices: [
          { currency: 'EUR', amount: 9000 },
          { currency: 'USD', amount: 10_000, compareAt: 12_000 },
        ],
        weightGrams: 640,
        barcode: '4006381333931',
      },
      { ...newVariant('SQ-M-RED', ['M', 'Red']), active: false },
    ],
  });
  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({
    version: 2,
    variants: [
      { sku: 'SQ-S-RED', prices: [{ currency: 'USD', compareAt: 12_000 }, { currency: 'EUR' }], onHand: 0 },
      { sku: 'SQ-M-RED', active: false },
    ],
  });
  expect(codes(changed.body)).toEqual(['is-draft', 'sold-out', 'variant-off', 'no-picture']);
  const [small] = (changed.body as AdminProduct).variants;
  await call('post', `/api/v1/catalog/items/${small?.itemId}/stock-adjustments`)
    .send({ delta: 3, reason: 'first delivery' })
    .expect(200);
  const { body: published } = await setStatus(id, 'active');
  expect(codes(published)).toEqual(['variant-off', 'no-picture']);
  const { body: shown } = await catalog().request.get('/api/v1/catalog/products/squall-jacket?language=de');
  expect(shown).toMatchObject({ name: 'Böenjacke', tags: ['new'], variants: [{ availableStock: 3 }, {}] });
  const { body: listed } = await catalog().request.get('/api/v1/catalog/products?q=squall').expect(200);
  expect(listed.items).toMatchObject([{ id, price: { amount: 10_000, compareAt: 12_000 } }]);
  const events = (await told()).filter((event) => 'id' in event && event.id === small?.itemId);
  expect(events).toMatchObject([
    { event: 'item-changed', active: false, version: 1 },
    { event: 'item-changed', active: true, version: 2, weightGrams: 640, name: 'squall-jacket, S, Red' },
  ]);
  expect(await told()).toContainEqual(
    expect.objectContaining({ event: 'stock-changed', itemId: small?.itemId, available: 0, version: 1 }),
  );
  expect(await lastEntry(id)).toMatchObject({ before: { status: 'draft' }, after: { status: 'active' } });
});

describe('PUT status', () => {
  test('refuses to publish what nobody could buy, naming why', async () => {
    const { id } = await draft('half-done');
    await expectNothingDone(id, async () => {
      const { status, body } = await setStatus(id, 'active');
      expect([status, body.code]).toEqual([409, 'product-not-sellable']);
      expect(body.obstacles).toEqual([{ code: 'no-variants', blocks: true }]);
    });
  });

  test('archives and restores: out of the shop, and back as a draft', async () => {
    const { body } = await setStatus(4, 'archived');
    expect(codes(body)).toContain('is-archived');
    await catalog().request.get('/api/v1/catalog/products/item-4').expect(404);
    expect(await told()).toMatchObject([{ event: 'item-changed', id: 4, active: false }]);
    expect((await setStatus(4, 'draft')).body.status).toBe('draft');
    expect((await setStatus(4, 'active')).body.status).toBe('active');
  });
});
