import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

const ada = { id: '0198c0de-0000-7000-8000-00000000ad01', name: 'Ada Admin' };
let catalog: TestCatalog;
let admin: string;
beforeAll(async () => {
  catalog = await createTestCatalog([
    newItem(1),
    newItem(2, { initialStock: 0 }),
    newItem(3, { initialStock: 4 }),
  ]);
  admin = `Bearer ${await catalog.minter.admin({ id: ada.id })}`;
});
afterAll(() => catalog.close());
afterEach(() => catalog.pool.query('DELETE FROM outbox'));

const stock = '/api/v1/admin/catalog/stock';
const call = (method: 'get' | 'post' | 'put', path: string) =>
  catalog.request[method](`${stock}${path}`).set('authorization', admin);
const receive = (reference: string, lines: object[]) =>
  call('post', '/deliveries').send({ reference, lines });
const skus = async (query: string): Promise<string[]> =>
  (await call('get', `?${query}`).expect(200)).body.items.map(({ sku }: { sku: string }) => sku);
const levels = async () =>
  (await catalog.pool.query('SELECT item_id, on_hand, version FROM stock ORDER BY item_id')).rows;
const expectNothingBooked = async (work: () => Promise<unknown>) => {
  const state = async () => [
    await levels(),
    (await catalog.pool.query('SELECT 1 FROM stock_movements')).rowCount,
    (await catalog.pool.query('SELECT 1 FROM deliveries')).rowCount,
  ];
  const before = await state();
  await work();
  expect(await state()).toEqual(before);
  expect(await catalog.outbox()).toEqual([]);
};

test('levels are listed, searched by SKU, filtered by what runs low, and sorted', async () => {
  expect(await skus('')).toEqual(['QS-TST-0001', 'QS-TST-0002', 'QS-TST-0003']);
  expect(await skus('q=qs-tst-0002')).toEqual(['QS-TST-0002']);
  expect(await skus('q=%25')).toEqual([]);
  expect(await skus('level=low')).toEqual(['QS-TST-0002', 'QS-TST-0003']);
  expect(await skus('level=out')).toEqual(['QS-TST-0002']);
  expect(await skus('sort=-available&pageSize=2')).toEqual(['QS-TST-0001', 'QS-TST-0003']);
  await call('get', '?sort=name').expect(400);
});

describe('a delivery', () => {
  test('is booked with all its lines, told, put into the journal and the audit log, and shown at once', async () => {
    const lines = [
      { sku: 'QS-TST-0002', quantity: 7 },
      { sku: 'QS-TST-0001', quantity: 3 },
    ];
    const { body } = await receive('LS-1', lines).expect(200);
    expect(body.items).toMatchObject([
      { sku: 'QS-TST-0001', onHand: 13, available: 13 },
      { sku: 'QS-TST-0002', name: 'Item 2', onHand: 7 },
    ]);
    expect((await catalog.outbox()).map(({ data }) => data)).toMatchObject([
      { itemId: 1, available: 13 },
      { itemId: 2, available: 7 },
    ]);
    const { body: journal } = await call('get', '/1/movements').expect(200);
    expect(journal).toMatchObject({
      totalItems: 2,
      level: { onHand: 13 },
      items: [
        { kind: 'adjusted', delta: 3, reason: 'Delivery LS-1', madeBy: ada },
        { kind: 'initial', delta: 10 },
      ],
    });
    const { body: log } = await catalog.request
      .get('/api/v1/admin/catalog/audit?entity=stock&entityId=2')
      .set('authorization', admin);
    expect(log.items[0]).toMatchObject({ actor: ada, before: { onHand: 0 }, after: { onHand: 7 } });
    const { body: shown } = await catalog.request.get('/api/v1/catalog/items/2').expect(200);
    expect(shown.availableStock).toBe(7);
  });

  test('is booked once, also when it is sent twice at the same time', async () => {
    const lines = [{ sku: 'QS-TST-0003', quantity: 1 }];
    const answers = await Promise.all([receive('LS-2', lines), receive('LS-2', lines)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('delivery-known');
    expect((await levels())[2]).toMatchObject({ on_hand: 5 });
  });

  test.each<[number, string, string, object[]]>([
    [
      422,
      'skus-unknown',
      'LS-9',
      [
        { sku: 'QS-TST-0001', quantity: 1 },
        { sku: 'NONE', quantity: 1 },
      ],
    ],
    [400, 'malformed-request', 'LS-9', []],
    [400, 'malformed-request', 'LS-9', [{ sku: 'QS-TST-0001', quantity: 0 }]],
    [
      400,
      'malformed-request',
      'LS-9',
      [
        { sku: 'QS-TST-0001', quantity: 1 },
        { sku: 'QS-TST-0001', quantity: 1 },
      ],
    ],
    [400, 'malformed-request', ' ', [{ sku: 'QS-TST-0001', quantity: 1 }]],
  ])('answers %s %s, with nothing booked (%#)', (status, code, reference, lines) =>
    expectNothingBooked(async () => {
      const answer = await receive(reference, lines);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      if (code === 'skus-unknown') expect(answer.body.skus).toEqual(['NONE']);
    }),
  );
});

test('the threshold says what runs low, and nobody else hears of it', () =>
  expectNothingBooked(async () => {
    const { body } = await call('put', '/1/threshold').send({ lowThreshold: 50 }).expect(200);
    expect(body).toMatchObject({ itemId: 1, lowThreshold: 50 });
    expect(await skus('level=low')).toContain('QS-TST-0001');
    await call('put', '/1/threshold').send({ lowThreshold: -1 }).expect(400);
    expect((await call('put', '/99/threshold').send({ lowThreshold: 1 }).expect(404)).body.code).toBe(
      'item-not-found',
    );
    await call('get', '/99/movements').expect(404);
  }));
