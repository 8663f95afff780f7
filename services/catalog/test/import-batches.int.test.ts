import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import { createTestCatalog, eventsFromNowOn, newItem, type TestCatalog } from './test-catalog.ts';
import { importsOf, shopifyFile } from './test-imports.ts';

let catalog: TestCatalog;
let staff: ReturnType<typeof importsOf>;
let token: string;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1)]);
  await catalog.start();
  token = `Bearer ${await catalog.minter.admin()}`;
  staff = importsOf(catalog, token);
}, 60_000);
afterAll(() => catalog.close());

const fileOf = (mark: string, count: number, differs: { price?: string; stock?: number } = {}): string =>
  shopifyFile(
    Array.from({ length: count }, (_, at) =>
      ['M', 'L'].map((size) => ({
        Handle: `${mark}-${at}`,
        ...(size === 'M' && { Title: `Sail ${mark} ${at}`, Vendor: 'Hallvik', Type: 'Jackets' }),
        'Option1 Name': 'Size',
        'Option1 Value': size,
        'Variant SKU': `${mark}-${at}-${size}`.toUpperCase(),
        'Variant Price': differs.price ?? '20.00',
        'Variant Barcode': `${mark}-${at}-${size}-CODE`.toUpperCase(),
        'Variant Inventory Qty': String(differs.stock ?? 3),
        Status: size === 'M' ? 'active' : '',
      })),
    ).flat(),
  );

const someoneWaits = async (): Promise<boolean> => {
  const { rows } = await catalog.pool.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
};

const products = async (mark: string): Promise<AdminProduct[]> => {
  const { rows } = await catalog.pool.query<{ id: number }>(
    'SELECT id FROM products WHERE slug LIKE $1 ORDER BY id',
    [`${mark}-%`],
  );
  return Promise.all(
    rows.map(
      async ({ id }) => (await staff.call('get', `/api/v1/admin/catalog/products/${id}`).expect(200)).body,
    ),
  );
};

test('many changed products are written together: versions, events, audit log and stock are those of single edits', async () => {
  const mark = 'together';
  await staff.imported(fileOf(mark, 40));
  const before = await products(mark);
  const announced = await eventsFromNowOn(catalog.pool);
  const done = await staff.imported(fileOf(mark, 40, { price: '25.00', stock: 8 }));
  expect(done.job).toMatchObject({ total: 40, done: 40, failed: 0 });
  const after = await products(mark);
  expect(after).toHaveLength(40);
  for (const [at, product] of after.entries()) {
    expect(product.version).toBe((before[at]?.version ?? 0) + 1);
    for (const [place, variant] of product.variants.entries()) {
      expect(variant).toMatchObject({
        itemId: before[at]?.variants[place]?.itemId,
        prices: [{ currency: 'USD', amount: 2500 }],
        onHand: 8,
      });
    }
  }
  const events = await announced();
  const ofType = (type: string) => events.filter((event) => event.type.includes(type));
  expect(ofType('item-changed')).toHaveLength(80);
  expect(new Set(ofType('item-changed').map(({ subject }) => subject)).size).toBe(80);
  for (const { data } of ofType('item-changed')) expect(data).toMatchObject({ version: 2 });
  expect(ofType('item-price-changed')).toHaveLength(80);
  expect(ofType('stock-changed')).toHaveLength(80);
  for (const { id } of after) {
    const path = `/api/v1/admin/catalog/audit?entity=product&entityId=${id}`;
    const { body: log } = await staff.call('get', path).expect(200);
    expect(log.items.map(({ action }: { action: string }) => action)).toEqual(['changed', 'created']);
    const sku = after.find((one) => one.id === id)?.variants[0]?.sku ?? '';
    expect(Object.keys(log.items[0].after)).toContain(`variant ${sku}`);
  }
});

test('what somebody edited between check and run stays, but for what the file says', async () => {
  const mark = 'meanwhile';
  await staff.imported(fileOf(mark, 3));
  const one = await staff.uploaded(fileOf(mark, 3, { price: '30.00' }));
  await staff.check(one);
  const [edited] = await products(mark);
  await catalog.request
    .put(`/api/v1/admin/catalog/products/${edited?.id}`)
    .set('authorization', token)
    .set('if-match', `"v${edited?.version}"`)
    .send({ seoTitle: 'Written by hand' })
    .expect(200);
  expect((await staff.run(one.id)).job).toMatchObject({ done: 3, failed: 0 });
  expect((await products(mark))[0]).toMatchObject({
    version: (edited?.version ?? 0) + 2,
    seoTitle: 'Written by hand',
    variants: [{ prices: [{ amount: 3000 }] }, {}],
  });
});

test('one product that cannot be written holds up none of the others, is noted by its row, and comes when asked again', async () => {
  const mark = 'broken';
  await catalog.pool.query(`
    CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.slug = 'broken-7' THEN RAISE EXCEPTION 'it breaks'; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER break_it BEFORE INSERT ON products FOR EACH ROW EXECUTE FUNCTION break_it()`);
  const done = await staff.imported(fileOf(mark, 20));
  expect(done.job).toMatchObject({ total: 20, done: 19, failed: 1 });
  expect(await staff.faults(done.id)).toMatchObject([
    { row: 16, value: 'broken-7', code: 'internal-error', detail: 'Something went wrong on our side' },
  ]);
  expect(await products(mark)).toHaveLength(19);
  await catalog.pool.query('DROP TRIGGER break_it ON products');
  expect((await staff.run(done.id)).job).toMatchObject({ total: 20, done: 20, failed: 0 });
  expect(await staff.faults(done.id)).toEqual([]);
  expect(await products(mark)).toHaveLength(20);
});

test('a barcode that somebody else takes while the batch is written refuses its product alone', async () => {
  const mark = 'raced';
  const one = await staff.uploaded(fileOf(mark, 5));
  await staff.check(one);
  const other = await catalog.pool.connect();
  try {
    await other.query('BEGIN');
    await other.query(`UPDATE items SET barcode = 'RACED-2-L-CODE' WHERE id = 1`);
    const running = staff.run(one.id);
    await waitUntil(someoneWaits, { describe: 'the batch to wait for the barcode' });
    await other.query('COMMIT');
    expect((await running).job).toMatchObject({ total: 5, done: 4, failed: 1 });
  } finally {
    other.release();
  }
  expect(await staff.faults(one.id)).toMatchObject([
    { value: 'raced-2', code: 'import-row-unfit', detail: 'QS-TST-0001 has the barcode RACED-2-L-CODE' },
  ]);
});
