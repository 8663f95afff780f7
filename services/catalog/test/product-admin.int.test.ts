import { describe, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import { ada, products, asWritten, newVariant, codes, productDesk } from './product-desk.ts';

const { catalog, call, read, put, change, draft, told, lastEntry, expectNothingDone } = productDesk();

describe('POST products', () => {
  test('makes a draft that says everything it lacks, and that no shopper sees', async () => {
    const made = await draft('tern-anorak', { description: 'For wind.' });
    expect(made).toMatchObject({ status: 'draft', variants: [], version: 1, brandId: 1, categoryId: 3 });
    expect(codes(made)).toEqual(['is-draft', 'no-variants', 'no-picture', 'text-missing']);
    expect(await lastEntry(made.id)).toMatchObject({
      actor: ada,
      action: 'created',
      after: { slug: 'tern-anorak', status: 'draft' },
    });
    await catalog().request.get('/api/v1/catalog/products/tern-anorak').expect(404);
    expect(await told()).toEqual([]);
  });

  test.each([
    [409, 'slug-taken', { slug: 'item-1' }],
    [422, 'brand-unknown', { brandId: 99 }],
    [422, 'category-unknown', { categoryId: 99 }],
    [400, 'malformed-request', { name: 'a'.repeat(10_000) }],
    [400, 'malformed-request', { name: 'a\u0000b' }],
    [400, 'malformed-request', { status: 'active' }],
  ])('answers %s %s to %.60j', (status, code, body) =>
    expectNothingDone(1, async () => {
      const sent = { slug: 'other', name: 'Other', brandId: 1, categoryId: 1, ...body };
      expect((await call('post', products).send(sent).expect(status)).body).toMatchObject({ code });
    }),
  );
});

describe('PUT product', () => {
  test('changes one cell: only that variant gets a version and an event, and the old price is named', async () => {
    const before = await read(2);
    const variants = asWritten(before).map((one) =>
      one.sku === 'QS-JKT-M'
        ? { ...one, prices: [{ currency: 'USD', amount: 21_000, compareAt: 25_000 }] }
        : one,
    );
    await put(2, before.version, { variants }).expect(200);
    expect(await told()).toMatchObject([
      { event: 'item-changed', id: 3, prices: [{ currency: 'USD', amount: 21_000 }], version: 2 },
      { event: 'item-price-changed', itemId: 3, oldPrice: { amount: 20_000 }, newPrice: { amount: 21_000 } },
    ]);
    const entry = await lastEntry(2);
    expect(Object.keys(entry.after)).toEqual(['variant QS-JKT-M']);
  });

  test('lets variants change places, SKUs and values among each other', async () => {
    const [small, medium] = asWritten(await read(2));
    if (!small || !medium) throw new Error('two variants were there');
    const { body } = await change(2, {
      variants: [
        { ...medium, sku: small.sku, optionValues: ['S'] },
        { ...small, sku: medium.sku, optionValues: ['M'] },
      ],
    });
    expect((body as AdminProduct).variants).toMatchObject([
      { itemId: 3, sku: 'QS-JKT-S', optionValues: ['S'] },
      { itemId: 2, sku: 'QS-JKT-M', optionValues: ['M'] },
    ]);
  });

  test('a new slug leads on from the old one', async () => {
    await change(1, { slug: 'first-item' });
    const { body } = await catalog().request.get('/api/v1/catalog/products/item-1').expect(200);
    expect(body.slug).toBe('first-item');
    await change(1, { slug: 'item-1' });
    await catalog().request.get('/api/v1/catalog/products/first-item').expect(200);
  });

  test('a variant without a history goes, and whoever knows it hears that it is no longer sold', async () => {
    const { id } = await draft('short-lived');
    const { body: two } = await change(id, {
      options: [{ name: 'Pack', values: ['1', '2'] }],
      variants: [newVariant('SL-1', ['1']), newVariant('SL-2', ['2'])],
    });
    await catalog().pool.query('DELETE FROM outbox');
    const [first, second] = (two as AdminProduct).variants;
    const { body } = await change(id, { variants: asWritten(two).slice(0, 1) });
    expect((body as AdminProduct).variants).toHaveLength(1);
    expect(await told()).toMatchObject([
      { event: 'item-changed', id: second?.itemId, active: false, version: 2 },
    ]);
    await catalog().request.get(`/api/v1/catalog/items/${first?.itemId}`).expect(404);
  });

  test('shows whoever comes late what it is now, and lets one of two through at the same time', async () => {
    const { id } = await draft('contested');
    const answers = await Promise.all([put(id, 1, { name: 'One' }), put(id, 1, { name: 'Other' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const late = answers.find(({ status }) => status === 412)?.body;
    expect(late).toMatchObject({
      code: 'stale-version',
      current: { id, version: 2, obstacles: [{}, {}, {}, {}, {}] },
    });
  });

  test('with nothing new is done without a trace', () =>
    expectNothingDone(2, async () => {
      const { name, tags, media, ...product } = await read(2);
      const same = {
        name,
        tags,
        media: media.map(({ id, alt }) => ({ id, alt })),
        variants: asWritten({ ...product, name, tags, media }),
      };
      await put(2, product.version, same).expect(200);
    }));

  test.each<[number, string, object | ((now: AdminProduct) => object)]>([
    [400, 'malformed-request', {}],
    [400, 'malformed-request', { variants: [{ ...newVariant('lower case') }] }],
    [
      400,
      'malformed-request',
      { variants: [{ ...newVariant('X'), prices: [{ currency: 'USD', amount: 5, compareAt: 5 }] }] },
    ],
    [400, 'malformed-request', { attributes: { 'Not a code': 1 } }],
    [409, 'slug-taken', { slug: 'item-4' }],
    [409, 'sku-taken', (now) => ({ variants: [...asWritten(now), newVariant('QS-TST-0004', ['L'])] })],
    [409, 'variant-in-use', (now) => ({ variants: asWritten(now).slice(1) })],
    [
      409,
      'product-not-sellable',
      (now) => ({ variants: asWritten(now).map((one) => ({ ...one, active: false })) }),
    ],
    [422, 'brand-unknown', { brandId: 99 }],
    [422, 'category-unknown', { categoryId: 99 }],
    [422, 'attribute-unfit', { attributes: { unknown: 1 } }],
    [422, 'attribute-unfit', { attributes: { waterproof: 'yes' } }],
    [422, 'options-unfit', { options: [] }],
    [422, 'options-unfit', (now) => ({ variants: [...asWritten(now), newVariant('NEW', ['XL'])] })],
    [422, 'options-unfit', (now) => ({ variants: [...asWritten(now), newVariant('NEW', ['S'])] })],
    [
      422,
      'variant-unknown',
      (now) => ({ variants: [...asWritten(now), { itemId: 1, ...newVariant('NEW', ['L']) }] }),
    ],
    [422, 'media-unknown', { media: [{ id: 999, alt: 'x' }] }],
    [
      422,
      'currency-unknown',
      (now) => ({
        variants: asWritten(now).map((one) => ({
          ...one,
          prices: [...(one.prices ?? []), { currency: 'ZZZ', amount: 100 }],
        })),
      }),
    ],
    [422, 'price-needed', (now) => ({ variants: asWritten(now).map((one) => ({ ...one, prices: [] })) })],
  ])('answers %s %s', (status, code, body) =>
    expectNothingDone(2, async () => {
      const now = await read(2);
      const answer = await put(2, now.version, typeof body === 'function' ? body(now) : body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }),
  );

  test('is refused without a version, and for what is not there', () =>
    expectNothingDone(2, async () => {
      await call('put', `${products}/2`).send({ name: 'x' }).expect(428);
      expect((await put(999, 1, { name: 'x' }).expect(404)).body).toMatchObject({
        code: 'product-not-found',
      });
    }));
});
