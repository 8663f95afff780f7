import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import { createEventSpy, waitUntil, type EventSpy } from '@quayside/testkit';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

const ada = { id: '0198c0de-0000-7000-8000-00000000ad01', name: 'Ada Admin' };
let catalog: TestCatalog;
let spy: EventSpy;
let staff: string;
beforeAll(async () => {
  catalog = await createTestCatalog([
    newItem(1),
    newItem(2, { typeId: 2, initialStock: 4 }),
    newItem(3, { typeId: 3, name: 'Lantern' }),
    newItem(4, { typeId: 2 }),
    newItem(5, { typeId: 2 }),
  ]);
  await catalog.start();
  spy = await createEventSpy({ ...catalog.kafka, topics: [] });
  await catalog.pool.query(`UPDATE items SET barcode = '4006381333931' WHERE id = 1`);
  staff = `Bearer ${await catalog.minter.admin({ id: ada.id })}`;
});
afterAll(async () => {
  await spy.close();
  await catalog.close();
});

const takes = '/api/v1/admin/catalog/stock-takes';
const call = (method: 'get' | 'post' | 'put' | 'delete', path = '') =>
  catalog.request[method](`${takes}${path}`).set('authorization', staff);
const create = async (choose: object): Promise<string> =>
  (await call('post').send({ name: 'Shelf A', choose }).expect(201)).body.id;
const count = (id: string, lines: object[], more: object = {}) =>
  call('put', `/${id}/counts`).send({ lines, ...more });
const skusOn = async (id: string, show = ''): Promise<string[]> =>
  (await call('get', `/${id}/lines?pageSize=100${show}`).expect(200)).body.items.map(
    ({ sku }: { sku: string }) => sku.slice(-1),
  );
const etagOf = async (id: string): Promise<string> => (await call('get', `/${id}`)).headers['etag'] ?? '';
const book = async (id: string, etag?: string) =>
  call('post', `/${id}/booking`)
    .set('if-match', etag ?? (await etagOf(id)))
    .send({ reason: 'Count of May' });
const adjust = (itemId: number, delta: number) =>
  catalog.request
    .post(`/api/v1/catalog/items/${itemId}/stock-adjustments`)
    .set('authorization', staff)
    .send({ delta, reason: 'test' })
    .expect(200);
const levelOf = async (itemId: number) =>
  (await catalog.pool.query('SELECT on_hand, reserved, sold FROM stock WHERE item_id = $1', [itemId]))
    .rows[0];
const auditOf = async (entityId: string) =>
  (
    await catalog.request
      .get(`/api/v1/admin/catalog/audit?entity=stock-take&entityId=${entityId}`)
      .set('authorization', staff)
  ).body.items;

describe('what is counted', () => {
  test.each<[string, object, string[]]>([
    ['a category', { category: 2 }, ['2', '4', '5']],
    ['a category with what is below it', { category: 1 }, ['1', '3']],
    ['a search', { q: 'lantern' }, ['3']],
    ['SKUs and barcodes', { codes: ['QS-TST-0002', '4006381333931', 'QS-TST-0001'] }, ['1', '2']],
  ])('is chosen by %s', async (_by, choose, expected) => {
    const id = await create(choose);
    expect(await skusOn(id)).toEqual(expected);
    expect(await auditOf(id)).toMatchObject([{ action: 'created', actor: ada }]);
  });

  test.each<[number, string, object]>([
    [422, 'nothing-chosen', { category: 99 }],
    [422, 'nothing-chosen', { q: 'nothing like that' }],
    [422, 'skus-unknown', { codes: ['QS-TST-0001', 'NONE'] }],
    [400, 'malformed-request', {}],
    [400, 'malformed-request', { category: 1, q: 'lantern' }],
    [400, 'malformed-request', { codes: [] }],
  ])('answers %s %s to an unfit choice, and makes no sheet (%#)', async (status, code, choose) => {
    const sheets = async () => (await call('get')).body.totalItems;
    const before = await sheets();
    const answer = await call('post').send({ name: 'Shelf', choose });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await sheets()).toBe(before);
  });

  test('more can be put on a sheet, and what is on it stays as it is', async () => {
    const id = await create({ codes: ['QS-TST-0001'] });
    await count(id, [{ code: 'QS-TST-0001', counted: 9, version: 0 }]).expect(200);
    const { body } = await call('post', `/${id}/lines`).send({ category: 1 }).expect(200);
    expect(body).toMatchObject({ lines: 2, counted: 1, missing: 1 });
    expect(await skusOn(id, '&show=open')).toEqual(['3']);
  });
});

describe('a count', () => {
  let id: string;
  beforeEach(async () => {
    await catalog.pool.query('UPDATE stock SET received = 10 - initial + sold');
    id = await create({ category: 2 });
  });

  test('is compared with the ledger of its moment, whatever is sold before it is booked', async () => {
    const orderId = '0198c0de-0000-7000-8000-000000000c01';
    const order = {
      orderId,
      buyerId: ada.id,
      lines: [{ itemId: 2, quantity: 3 }],
      total: { amount: 1000, currency: 'USD' as const },
      reason: 'test',
      version: 2,
    };
    const { body } = await count(id, [{ code: 'QS-TST-0002', counted: 8, version: 0 }]).expect(200);
    expect(body).toMatchObject({
      stockTake: { counted: 1, differing: 1, missing: 2, surplus: 0 },
      lines: [{ counted: 8, expected: 10, difference: -2, onHand: 10, countedBy: ada, version: 1 }],
    });
    await spy.publish(orderingEvents.orderAwaitingValidation, { subject: orderId, data: order });
    await waitUntil(async () => (await levelOf(2)).reserved === 3, { describe: 'a reservation' });
    await spy.publish(orderingEvents.orderPaid, { subject: orderId, data: order });
    await waitUntil(async () => (await levelOf(2)).sold === 3, { describe: 'a sale' });
    const { body: lines } = await call('get', `/${id}/lines?show=differing`).expect(200);
    expect(lines.items).toMatchObject([{ counted: 8, expected: 10, difference: -2, onHand: 7 }]);
    await book(id).then(({ status }) => expect(status).toBe(200));
    expect(await levelOf(2)).toMatchObject({ on_hand: 5 });
  });

  test('made on paper is compared with the ledger of the time that is named', async () => {
    const countedAt = new Date().toISOString();
    await adjust(4, -4);
    const { body } = await count(id, [{ code: 'QS-TST-0004', counted: 10, version: 0 }], { countedAt });
    expect(body.lines).toMatchObject([{ expected: 10, difference: 0, onHand: 6, countedAt }]);
    for (const days of [-8, 1]) {
      const at = new Date(Date.now() + days * 86_400_000).toISOString();
      const unfit = await count(id, [{ code: 'QS-TST-0005', counted: 1, version: 0 }], { countedAt: at });
      expect([unfit.status, unfit.body.code]).toEqual([422, 'counted-at-unfit']);
    }
  });

  test('does not go over what somebody else counted meanwhile, who are shown', async () => {
    const line = { code: 'QS-TST-0004', version: 0 };
    const answers = await Promise.all([7, 8].map((counted) => count(id, [{ ...line, counted }])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = answers.find(({ status }) => status === 200)?.body.lines[0].counted;
    const loser = answers.find(({ status }) => status === 412)?.body;
    expect(loser).toMatchObject({
      code: 'stale-version',
      current: { lines: [{ counted: winner, version: 1 }] },
    });
    const { body } = await count(id, [{ ...line, counted: null, version: 1 }]).expect(200);
    expect(body.lines[0]).not.toHaveProperty('counted');
    expect(body.stockTake).toMatchObject({ counted: 0 });
    const [undone, done] = await auditOf(id);
    expect([undone, done]).toMatchObject([
      { action: 'counted', before: { 'QS-TST-0004': winner }, after: { 'QS-TST-0004': null } },
      { action: 'counted', after: { 'QS-TST-0004': winner } },
    ]);
  });

  test('of other lines by two people at once loses nothing', async () => {
    const answers = await Promise.all(
      ['2', '4', '5'].map((sku) => count(id, [{ code: `QS-TST-000${sku}`, counted: 10, version: 0 }])),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await call('get', `/${id}`)).body).toMatchObject({ counted: 3, differing: 0, version: 4 });
  });

  test('that was pasted counts as a whole or not at all, and two codes of one variant together', async () => {
    const pasted = [
      { code: 'QS-TST-0001', counted: 3, version: 0 },
      { code: '4006381333931', counted: 2, version: 0 },
    ];
    const unfit = await count(id, [...pasted, { code: 'NONE', counted: 1, version: 0 }]);
    expect([unfit.status, unfit.body.skus]).toEqual([422, ['NONE']]);
    expect(await skusOn(id)).toEqual(['2', '4', '5']);
    const { body } = await count(id, pasted).expect(200);
    expect(body.lines).toMatchObject([{ sku: 'QS-TST-0001', counted: 5 }]);
    expect(await skusOn(id)).toEqual(['1', '2', '4', '5']);
  });

  test.each<[object]>([
    [{ code: 'QS-TST-0004', counted: -1, version: 0 }],
    [{ code: 'QS-TST-0004', counted: 1.5, version: 0 }],
    [{ code: '', counted: 1, version: 0 }],
    [{ code: 'QS-TST-0004', counted: 1 }],
  ])('that cannot be one is 400 (%j)', async (line) => {
    await count(id, [line]).expect(400);
    expect((await call('get', `/${id}`)).body.counted).toBe(0);
  });

  test('is booked with one reason: journal, event, audit log, and what the shop shows', async () => {
    await count(id, [
      { code: 'QS-TST-0002', counted: 10, version: 0 },
      { code: 'QS-TST-0004', counted: 12, version: 0 },
      { code: 'QS-TST-0005', counted: 9, version: 0 },
    ]).expect(200);
    const stale = await book(id, '"v1"');
    expect([stale.status, stale.body.current.counted]).toEqual([412, 3]);
    const booked = await book(id);
    expect(booked.body).toMatchObject({ state: 'booked', reason: 'Count of May', bookedBy: ada, surplus: 2 });
    expect([await levelOf(4), await levelOf(5)]).toMatchObject([{ on_hand: 12 }, { on_hand: 9 }]);
    const { body: journal } = await catalog.request
      .get('/api/v1/admin/catalog/stock/5/movements')
      .set('authorization', staff);
    expect(journal.items[0]).toMatchObject({
      kind: 'adjusted',
      delta: -1,
      reason: 'Count of May',
      madeBy: ada,
    });
    expect((await auditOf(id))[0]).toMatchObject({ action: 'booked', after: { surplus: 2, missing: 1 } });
    expect((await catalog.request.get('/api/v1/catalog/items/5')).body.availableStock).toBe(9);
    for (const answer of [
      await book(id),
      await count(id, [{ code: 'QS-TST-0002', counted: 1, version: 1 }]),
      await call('delete', `/${id}`).set('if-match', await etagOf(id)),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'stock-take-booked']);
    }
    expect((await call('get', '?state=booked&q=SHELF')).body.items[0]).toMatchObject({ id, name: 'Shelf A' });
    expect((await call('get', '?q=attic')).body.totalItems).toBe(0);
  });

  test('below what orders have reserved is not booked, nor is anything else of the sheet', async () => {
    await catalog.pool.query('UPDATE stock SET reserved = 2 WHERE item_id = 5');
    await count(id, [
      { code: 'QS-TST-0004', counted: 1, version: 0 },
      { code: 'QS-TST-0005', counted: 1, version: 0 },
    ]).expect(200);
    const answer = await book(id);
    expect([answer.status, answer.body.code, answer.body.skus]).toEqual([
      409,
      'count-below-reserved',
      ['QS-TST-0005'],
    ]);
    expect(await levelOf(4)).toMatchObject({ on_hand: 10 });
    await catalog.pool.query('UPDATE stock SET reserved = 0 WHERE item_id = 5');
  });

  test('is needed for booking; a sheet without one can be thrown away', async () => {
    const empty = await book(id);
    expect([empty.status, empty.body.code]).toEqual([422, 'nothing-counted']);
    await call('post', `/${id}/booking`).send({ reason: 'x' }).expect(428);
    await call('delete', `/${id}`).set('if-match', '"v9"').expect(412);
    await call('delete', `/${id}`).set('if-match', '"v1"').expect(204);
    for (const path of [`/${id}`, `/${id}/lines`]) {
      expect((await call('get', path).expect(404)).body.code).toBe('stock-take-not-found');
    }
  });
});
